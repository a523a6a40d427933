import type { AccessReason, Role } from '@/lib/access/model'

/** Catalogue keys of the roles; a county may show a label of its own instead (Organisation.roleLabels). */
export const roleLabels: Record<Role, string> = {
  coordinator: 'access.role.coordinator',
  director: 'access.role.director',
  finance: 'access.role.finance',
  steering: 'access.role.steering',
  auditor: 'access.role.auditor',
  admin: 'access.role.admin',
  national: 'access.role.national',
}

/** Every reason for which somebody is not let in or an act is not carried out. */
export type RefusalReason =
  | AccessReason
  | 'INVALID'
  | 'WRONG_CREDENTIALS'
  | 'TOO_MANY_ATTEMPTS'
  | 'INVITATION_USED'
  | 'EMAIL_TAKEN'

/** The sentence shown for a refusal. */
export const refusalLabels: Record<RefusalReason, string> = {
  SIGNED_OUT: 'access.reason.SIGNED_OUT',
  NOT_ALLOWED: 'access.reason.NOT_ALLOWED',
  NOT_FOUND: 'access.reason.NOT_FOUND',
  INVALID: 'access.reason.INVALID',
  WRONG_CREDENTIALS: 'access.reason.WRONG_CREDENTIALS',
  TOO_MANY_ATTEMPTS: 'access.reason.TOO_MANY_ATTEMPTS',
  INVITATION_USED: 'access.reason.INVITATION_USED',
  EMAIL_TAKEN: 'access.reason.EMAIL_TAKEN',
}
