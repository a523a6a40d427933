import type { AccessReason, Role } from '@/lib/access/model'
import type { PasswordReason, PeopleReason, PersonState } from '@/lib/access/people/model'
import type { FactorRule, InstallationRule } from '@/lib/access/second-factor/demand/model'
import type { FactorReason, FactorState } from '@/lib/access/second-factor/model'

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

/** How far a person has come. */
export const personStateLabels: Record<PersonState, string> = {
  invited: 'people.state.invited',
  waiting: 'people.state.waiting',
  active: 'people.state.active',
  disabled: 'people.state.disabled',
}

/** Why an act on a person was refused. */
export const peopleReasonLabels: Record<PeopleReason, string> = {
  NOT_ALLOWED: 'access.reason.NOT_ALLOWED',
  SIGN_IN_AGAIN: 'security.reason.SIGN_IN_AGAIN',
  NOT_FOUND: 'people.reason.NOT_FOUND',
  STALE: 'people.reason.STALE',
  TOO_MANY_ATTEMPTS: 'people.reason.TOO_MANY_ATTEMPTS',
  EMAIL_KNOWN: 'people.error.emailKnown',
  EMAIL_REFUSED: 'people.error.emailRefused',
  LAST_ADMIN: 'people.reason.LAST_ADMIN',
  NO_LINK: 'people.reason.NO_LINK',
  DISABLED: 'people.reason.DISABLED',
}

/** Why what a county says of itself could not be changed. */
export const countyReasonLabels: Record<'NOT_ALLOWED' | 'SIGN_IN_AGAIN' | 'STALE' | 'NO_SUCH', string> = {
  NOT_ALLOWED: 'people.reason.NOT_ALLOWED',
  SIGN_IN_AGAIN: 'security.reason.SIGN_IN_AGAIN',
  STALE: 'people.reason.STALE',
  NO_SUCH: 'people.reason.NO_SUCH',
}

/** Why somebody could not take a password by a link. */
export const linkReasonLabels: Record<'LINK_OVER' | 'TOO_MANY_ATTEMPTS' | 'EASY_PASSWORD', string> = {
  LINK_OVER: 'people.accept.over',
  EASY_PASSWORD: 'access.error.passwordEasy',
  TOO_MANY_ATTEMPTS: 'access.reason.TOO_MANY_ATTEMPTS',
}

/** Why the own password could not be changed. */
export const passwordReasonLabels: Record<PasswordReason, string> = {
  NOT_ALLOWED: 'security.reason.NOT_ALLOWED',
  TOO_MANY_ATTEMPTS: 'security.reason.TOO_MANY_ATTEMPTS',
  WRONG_PASSWORD: 'people.error.wrongPassword',
  SAME_PASSWORD: 'people.error.samePassword',
  EASY_PASSWORD: 'access.error.passwordEasy',
}

/** How a second factor stands. */
export const factorStateLabels: Record<FactorState, string> = {
  off: 'security.factor.state.off',
  begun: 'security.factor.state.begun',
  on: 'security.factor.state.on',
  unreadable: 'security.factor.state.unreadable',
}

/** Why an act on a second factor, on a session, or the second step of signing in was refused. */
export const securityReasonLabels: Record<FactorReason | 'NOT_FOUND' | 'ATTEMPT_OVER', string> = {
  NOT_ALLOWED: 'security.reason.NOT_ALLOWED',
  SIGN_IN_AGAIN: 'security.reason.SIGN_IN_AGAIN',
  TOO_MANY_ATTEMPTS: 'security.reason.TOO_MANY_ATTEMPTS',
  WRONG_CODE: 'security.reason.WRONG_CODE',
  WRONG_PROOF: 'security.reason.WRONG_PROOF',
  ALREADY_ON: 'security.reason.ALREADY_ON',
  NOT_ON: 'security.reason.NOT_ON',
  NOT_BEGUN: 'security.reason.NOT_BEGUN',
  NOT_FOUND: 'security.reason.NOT_FOUND',
  ATTEMPT_OVER: 'security.reason.ATTEMPT_OVER',
}

/** Of whom a county demands a second factor. */
export const factorRuleLabels: Record<FactorRule, string> = {
  nobody: 'people.county.factorRule.nobody',
  writers: 'people.county.factorRule.writers',
  everybody: 'people.county.factorRule.everybody',
}

/** What those who run the service demand in any case. */
export const installationRuleLabels: Record<InstallationRule, string> = {
  nobody: 'people.county.factorInstallation.nobody',
  administrators: 'people.county.factorInstallation.administrators',
  writers: 'people.county.factorInstallation.writers',
  everybody: 'people.county.factorInstallation.everybody',
}
