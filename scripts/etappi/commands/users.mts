import { listAccounts } from '@/lib/access/queries'
import { systemViewer } from '@/lib/access/viewer'
import { columns, command, done } from '../command.mts'

export const users = command({
  name: 'users',
  summary: 'accounts with their roles',
  options: {},
  async run() {
    const accounts = await listAccounts(systemViewer('operator'))
    const rows = accounts.map((account) => [
      account.email,
      account.name,
      account.organisation,
      account.roles.map(({ role, project }) => (project ? `${role} (${project})` : role)).join(', '),
      account.disabled ? 'disabled' : '',
    ])
    return done(accounts, columns([['email', 'name', 'organisation', 'roles', ''], ...rows]))
  },
})
