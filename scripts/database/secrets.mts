// Passwords made on this machine. They never leave the data folder and are readable by its owner only.
import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

export type Secrets = { ownerPassword: string; appPassword: string; authSecret: string }

const random = () => randomBytes(32).toString('base64url')

/** Reads `<folder>/secrets.json`; whatever is missing is made and written. */
export function secretsIn(folder: string): Secrets {
  const file = path.join(folder, 'secrets.json')
  const known = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const secrets: Secrets = {
    ownerPassword: known.ownerPassword ?? random(),
    appPassword: known.appPassword ?? random(),
    authSecret: known.authSecret ?? random(),
  }
  if (Object.keys(known).length < Object.keys(secrets).length) {
    fs.mkdirSync(folder, { recursive: true })
    const draft = `${file}.${process.pid}`
    fs.writeFileSync(draft, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(draft, file)
  }
  return secrets
}

/**
 * The password of the application's role where servers share AUTH_SECRET: each finds the same, and none takes the role away from
 * the others by giving it a password of its own.
 */
export function sharedAppPassword(authSecret: string): string {
  return createHmac('sha256', authSecret).update('etappi database role').digest('base64url')
}
