import path from 'node:path'
import { z } from 'zod'

const absent = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(absent, schema.optional())
const withDefault = <T>(schema: z.ZodType<T>, value: T) =>
  z.preprocess((given) => absent(given) ?? undefined, schema.optional()).transform((given) => given ?? value)

const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= from && value <= to, `must be between ${from} and ${to}`)

const postgresUrl = z.string().refine((value) => {
  const url = URL.parse(value)
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1
}, 'must look like postgresql://user:password@host:5432/database')

const webAddress = z.string().refine((value) => {
  const url = URL.parse(value)
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
}, 'must be an address without a path, such as https://etappi.example.fi')

const yesOrNo = z
  .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
  .transform((value) => value === 'true' || value === '1')

/** smtp://user:password@host:587, or smtps:// where TLS comes first. */
const smtpUrl = z.string().refine((value) => {
  const url = URL.parse(value)
  return url !== null && /^smtps?:$/.test(url.protocol) && url.hostname !== ''
}, 'must look like smtp://user:password@host:587 or smtps://user:password@host:465')

const mailAddress = z
  .string()
  .regex(/^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$|^[^\s@<>]+@[^\s@<>]+$/, 'must look like Etappi <etappi@example.fi>')

const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on')

const shape = z.object({
  PORT: withDefault(wholeNumber(1, 65_535), 3000),
  HOST: optional(z.string()),
  APP_URL: optional(webAddress),
  DATA_DIR: withDefault(z.string(), './data'),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_APP_URL: optional(postgresUrl),
  AUTH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  DEMO: optional(yesOrNo),
  SESSION_IDLE_MINUTES: withDefault(wholeNumber(1, 1440), 60),
  SESSION_MAX_HOURS: withDefault(wholeNumber(1, 168), 12),
  FILES: withDefault(z.enum(['database', 'disk'], { error: 'must be database or disk' }), 'database'),
  MAIL_SMTP_URL: optional(smtpUrl),
  MAIL_FROM: optional(mailAddress),
  MAIL_TLS: optional(z.enum(['required', 'off'], { error: 'must be required or off' })),
  MAIL_GATHER_MINUTES: withDefault(wholeNumber(0, 1440), 10),
  SCHEDULE: withDefault(onOrOff, true),
  TIMEZONE: withDefault(
    z.literal('Europe/Helsinki', { error: 'must be Europe/Helsinki (dates of the law are Finnish)' }),
    'Europe/Helsinki',
  ),
})

/** Every setting there is; .env.example documents the same. */
export const settingNames: readonly string[] = Object.keys(shape.shape)

export type Settings = {
  port: number
  /** Address to listen on; undefined = all. */
  host: string | undefined
  /** The address people use, without a trailing slash. */
  appUrl: string
  /** Absolute path. */
  dataDir: string
  /** Connection of the tables' owner (migrations, seed). The running server does not get it. */
  databaseUrl: string | undefined
  /** Connection of the application: a role that row-level security binds. */
  databaseAppUrl: string | undefined
  /** Key that signs session cookies. */
  authSecret: string | undefined
  /** True: demo data is loaded and the sign-in page offers its accounts. undefined: not said. */
  demo: boolean | undefined
  sessionIdleMinutes: number
  sessionMaxHours: number
  /** Where uploaded files are kept. */
  files: 'database' | 'disk'
  /** The server that takes mails on; null: mails stay in the outbox. */
  mailServer: MailServer | null
  /** How long after the first piece of news a mail waits for more of it. */
  mailGatherMinutes: number
  /** Whether the running server does what is due by itself. */
  schedule: boolean
  timezone: 'Europe/Helsinki'
}

export type MailServer = {
  host: string
  port: number
  /** `first`: TLS before a word is said; `required`: STARTTLS or nothing is sent; `off`: as the server is reached within a machine. */
  tls: 'first' | 'required' | 'off'
  login: { user: string; password: string } | null
  from: string
}

export type Env = Settings & { databaseAppUrl: string; authSecret: string; demo: boolean }

type Source = Readonly<Record<string, string | undefined>>

/**
 * Reads settings from a set of variables. Unset and empty are the same. Pure.
 * @returns the settings, or one sentence per setting that is wrong.
 */
export function readSettings(source: Source): { ok: true; value: Settings } | { ok: false; problems: string[] } {
  const read = shape.safeParse(source)
  if (!read.success) {
    return { ok: false, problems: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`) }
  }
  const given = read.data
  if (given.MAIL_SMTP_URL && !given.MAIL_FROM) {
    return { ok: false, problems: ['MAIL_FROM must be given together with MAIL_SMTP_URL.'] }
  }
  return {
    ok: true,
    value: {
      port: given.PORT,
      host: given.HOST,
      appUrl: (given.APP_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, ''),
      dataDir: path.resolve(/* turbopackIgnore: true */ given.DATA_DIR),
      databaseUrl: given.DATABASE_URL,
      databaseAppUrl: given.DATABASE_APP_URL,
      authSecret: given.AUTH_SECRET,
      demo: given.DEMO,
      sessionIdleMinutes: given.SESSION_IDLE_MINUTES,
      sessionMaxHours: given.SESSION_MAX_HOURS,
      files: given.FILES,
      mailServer: mailServerOf(given.MAIL_SMTP_URL, given.MAIL_FROM, given.MAIL_TLS),
      mailGatherMinutes: given.MAIL_GATHER_MINUTES,
      schedule: given.SCHEDULE,
      timezone: given.TIMEZONE,
    },
  }
}

/** Without a word on TLS only a server on the same machine is spoken to without it. */
function mailServerOf(
  address: string | undefined,
  from: string | undefined,
  tls: 'required' | 'off' | undefined,
): MailServer | null {
  const url = address ? URL.parse(address) : null
  if (!url || !from) return null
  const first = url.protocol === 'smtps:'
  const near = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (first ? 465 : 587) : Number(url.port),
    tls: first ? 'first' : (tls ?? (near ? 'off' : 'required')),
    login: url.username ? { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) } : null,
    from,
  }
}

/** Settings as the operator gave them. Throws with one line per problem. */
export function settings(source: Source = process.env): Settings {
  const read = readSettings(source)
  if (!read.ok) throw new Error(read.problems.join('\n'))
  return read.value
}

let known: Env | null = null

/**
 * Settings of the running application, read once. `npm run up` sets what the operator left open
 * (DATABASE_APP_URL, AUTH_SECRET). Throws when the application was started without them.
 */
export function env(): Env {
  if (known) return known
  const found = settings()
  const { databaseAppUrl, authSecret } = found
  if (!databaseAppUrl) throw new Error('DATABASE_APP_URL is not set. Start with "npm run up", or set it.')
  if (!authSecret) throw new Error('AUTH_SECRET is not set. Start with "npm run up", or set it.')
  known = { ...found, databaseAppUrl, authSecret, demo: found.demo ?? false }
  return known
}
