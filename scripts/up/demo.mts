// Demo accounts have a password that everybody can read. They are kept to this machine unless the operator says otherwise.
import { demoAccounts } from '@/prisma/seed/demo-accounts'
import type { Settings } from '../../lib/platform/env.ts'
import { isThisMachine } from '../../lib/platform/tls-settings.ts'
import { withClient } from '../database/open.mts'

type Given = Pick<Settings, 'appUrl' | 'demo' | 'host'>

/** Whether people reach this installation from this machine only, by what APP_URL says. */
export const isHere = ({ appUrl }: Pick<Settings, 'appUrl'>): boolean => isThisMachine(new URL(appUrl).hostname)

/** Whether an empty database may be given demo data: on this machine, or where the operator has said DEMO=true. */
export const mayLoadDemo = (given: Given): boolean => given.demo === true || (given.demo !== false && isHere(given))

/** Address to listen on: this machine alone while people reach it there by what APP_URL says, unless HOST says otherwise. */
export function listenOn(given: Given): string | undefined {
  return given.host ?? (isHere(given) ? '127.0.0.1' : undefined)
}

/** Whether accounts of the demo can sign in. */
export function hasDemoAccounts(ownerUrl: string): Promise<boolean> {
  return withClient(ownerUrl, async (client) => {
    await client.query("select set_config('etappi.scope', 'system', false)")
    const { rows } = await client.query(
      'select exists (select 1 from "User" where email = any ($1) and "disabledAt" is null) as found',
      [demoAccounts.map(({ email }) => email)],
    )
    return rows[0].found
  })
}

/** @throws when demo accounts would be shown to others without a word of the operator's */
export function requireWordForDemo(given: Given, found: boolean): void {
  if (!found || isHere(given) || given.demo === true) return
  throw new Error(
    `This installation has demo accounts, whose password is published, and APP_URL (${given.appUrl}) is not this machine. Say DEMO=true if everybody may use them; else begin an installation of your own with another DATA_DIR or DATABASE_URL.`,
  )
}
