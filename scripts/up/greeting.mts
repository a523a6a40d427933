import { version } from '@/lib/platform/version'
import { type DemoAccount, demoAccounts } from '@/prisma/seed/demo-accounts'

/** Lines that say how to get in: the demo's accounts, or the link for the first administrator of an empty installation. */
export async function whoCanSignIn(demo: boolean): Promise<string[]> {
  if (demo) return ['Who can sign in (demo data):', ...table(demoAccounts)]
  const { createFirstAdministratorInvitation } = await import('@/lib/access/invitations')
  const { disconnect } = await import('@/lib/platform/db')
  try {
    const invitation = await createFirstAdministratorInvitation()
    if (!invitation) return ['Sign in with your own account.']
    return [
      'Nobody can sign in yet. This link makes the first administrator; it works once, for 24 hours:',
      `  ${invitation.url}`,
    ]
  } finally {
    await disconnect()
  }
}

function table(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map(({ email, password, label, project, organisation }) => [
    email,
    password,
    label,
    project ?? organisation,
  ])
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0))
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(width(column))).join('  ')}`.trimEnd())
}

export function greeting(address: string, seconds: number, who: string[]): string {
  return [
    '',
    `Etappi ${version} is running at ${address} (ready in ${seconds.toFixed(1)} s)`,
    '',
    ...who,
    '',
    'Ctrl-C stops it.',
    '',
  ].join('\n')
}
