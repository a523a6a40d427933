import { listAccounts } from '@/lib/access/queries'
import { resetFactor } from '@/lib/access/second-factor/commands'
import { systemViewer } from '@/lib/access/viewer'
import { command, done, refused, required } from '../command.mts'

const nobody = 'There is no such account, or it has no second factor.'

export const resetSecondFactor = command({
  name: 'reset-second-factor',
  summary: 'takes the second factor off an account and ends its sessions: the next sign-in asks for the password alone',
  options: { email: required('<address>', 'the address that the account signs in with') },
  async run({ email }) {
    const viewer = systemViewer('operator')
    const account = (await listAccounts(viewer)).find((one) => one.email === email.trim().toLowerCase())
    const reset = account && (await resetFactor(viewer, { userId: account.id }))
    if (!reset?.ok) return refused('NOT_FOUND', nobody)
    return done({ email: account?.email }, ['The second factor was taken off, and the sessions of the account ended.'])
  },
})
