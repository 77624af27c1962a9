import type { Locale } from '#kernel';
import { en, type Messages } from '../messages/en.js';
import { zh } from '../messages/zh.js';

export const messagesFor = (lang: Locale): Messages => (lang === 'zh' ? zh : en);
