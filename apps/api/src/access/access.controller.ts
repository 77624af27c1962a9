import { Controller } from '@nestjs/common';
import { Type } from '@sinclair/typebox';
import type { Context } from '#kernel';
import { Ctx, Route } from '../http/route.js';

const MeSchema = Type.Object(
  {
    id: Type.String({ description: 'Id of the key or user' }),
    role: Type.String({ description: 'Role' }),
    setupMode: Type.Boolean({ description: 'True while the installation is in setup mode' }),
  },
  { title: 'Me' },
);

@Controller()
export class AccessController {
  @Route({
    method: 'GET',
    path: '/v1/access/me',
    needs: 'access:self',
    tag: 'Access',
    summary: 'Who you are here',
    responses: { 200: { description: 'The caller', schema: MeSchema } },
  })
  me(@Ctx() context: Context): { id: string; role: string; setupMode: boolean } {
    return { id: context.actor, role: context.role, setupMode: true };
  }
}
