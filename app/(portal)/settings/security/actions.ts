'use server'

import { action, actionBeforeFactor, secretAction, secretActionBeforeFactor } from '@/lib/access/action'
import { authenticatorAddress, securityAddress } from '@/lib/access/addresses'
import { unlinkProvider } from '@/lib/access/oidc/commands'
import { changeOwnPassword } from '@/lib/access/people/password/commands'
import { ownPasswordSchema } from '@/lib/access/people/schema'
import { confirmSchema, endSessionSchema, proofSchema, signOutSchema } from '@/lib/access/schema'
import { beginFactor, confirmFactor, renewRecoveryCodes, switchOffFactor } from '@/lib/access/second-factor/commands'
import { endOtherSessions, endOwnSession } from '@/lib/access/sessions/commands'

export const begin = actionBeforeFactor(proofSchema, beginFactor, () => authenticatorAddress)
export const confirm = secretActionBeforeFactor(confirmSchema, confirmFactor, ({ codes }) => codes.join('\n'))
export const renew = secretAction(proofSchema, renewRecoveryCodes, ({ codes }) => codes.join('\n'))
export const switchOff = action(proofSchema, switchOffFactor, () => securityAddress)
export const unlink = action(
  signOutSchema,
  (viewer) => unlinkProvider(viewer),
  () => securityAddress,
)
export const changePassword = actionBeforeFactor(ownPasswordSchema, changeOwnPassword)
export const endOne = actionBeforeFactor(endSessionSchema, endOwnSession, () => securityAddress)
export const endOthers = actionBeforeFactor(
  signOutSchema,
  (viewer) => endOtherSessions(viewer),
  () => securityAddress,
)
