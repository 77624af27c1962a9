interface PermitTerm {
  readonly status: 'valid' | 'suspended' | 'revoked';
  readonly from: string;
  readonly to?: string;
}

/**
 * Did a permit hold on a calendar day (`YYYY-MM-DD`, Asia/Shanghai)? `permit` is the version of that time; a permit is
 * valid through the end of its last day.
 */
export function permitValidOn(permit: PermitTerm, day: string): boolean {
  return permit.status === 'valid' && permit.from <= day && (permit.to === undefined || day <= permit.to);
}
