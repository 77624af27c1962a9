/** Rules by which an export is out of the ordinary; findings of theirs put the exporter on the watch-list (EXP-08). */
export const ABNORMAL_EXPORT_RULES: readonly string[] = ['EXP-02', 'EXP-03'];
