import path from 'node:path'
import { z } from 'zod'
import { mappedRoles, namesOfStrength, type ProviderSettings, providerOf } from '@/lib/platform/provider-settings'
import { type ScannerPlace, scannerPlace } from '@/lib/platform/scanner-settings'
import { plainConnections, weakConnections } from '@/lib/platform/tls-settings'

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

/** The base of a service; without TLS only a stand-in on the same machine is asked. */
const serviceLike = (example: string) =>
  z.string().refine((value) => {
    const url = URL.parse(value)
    if (!url || url.search || url.hash || url.username) return false
    return url.protocol === 'https:' || (url.protocol === 'http:' && isNear(url.hostname))
  }, `must be an https address, such as ${example}`)
const serviceAddress = serviceLike('https://sotkanet.fi/rest/1.1')

const statisticsServices = ['sotkanet', 'thl_pivot', 'pxweb'] as const
const services = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine((names) => names.every(isService), 'must be some of sotkanet, thl_pivot, pxweb, with commas between')
  .transform((names) => names.filter(isService))

function isService(name: string): name is (typeof statisticsServices)[number] {
  return statisticsServices.some((one) => one === name)
}

const isNear = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host)

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, such as 02:30')

const agePublicKeys = z
  .string()
  .transform((text) => text.split(',').map((one) => one.trim()))
  .refine(
    (keys) => keys.every((key) => /^age1[0-9a-z]+$/.test(key)),
    'must be public keys of age (age1…), with commas between',
  )

const tls = optional(z.enum(['required', 'off'], { error: 'must be required or off' }))
const onOrOff = z.enum(['on', 'off'], { error: 'must be on or off' }).transform((value) => value === 'on')

const scannerAddress = z
  .string()
  .refine(
    (value) => scannerPlace(value) !== null,
    'must look like unix:///run/clamav/clamd.ctl, tcp://127.0.0.1:3310 (this machine only) or tls://scanner.example.fi:3310',
  )

const shape = z.object({
  PORT: withDefault(wholeNumber(1, 65_535), 3000),
  HOST: optional(z.string()),
  APP_URL: optional(webAddress),
  APP_TLS: tls,
  TRUSTED_PROXIES: withDefault(wholeNumber(0, 10), 0),
  DATA_DIR: withDefault(z.string(), './data'),
  DATABASE_URL: optional(postgresUrl),
  DATABASE_APP_URL: optional(postgresUrl),
  DATABASE_REPLICA_URL: optional(postgresUrl),
  DATABASE_TLS: tls,
  AUTH_SECRET: optional(z.string().min(32, 'must have at least 32 characters')),
  AUTH_SECRET_BEFORE: optional(z.string().min(32, 'must have at least 32 characters')),
  DEMO: optional(yesOrNo),
  SECOND_FACTOR: withDefault(
    z.enum(['nobody', 'administrators', 'writers', 'everybody'], {
      error: 'must be nobody, administrators, writers or everybody',
    }),
    'nobody',
  ),
  SESSION_IDLE_MINUTES: withDefault(wholeNumber(1, 1440), 60),
  SESSION_MAX_HOURS: withDefault(wholeNumber(1, 168), 12),
  FILES: withDefault(z.enum(['database', 'disk'], { error: 'must be database or disk' }), 'database'),
  MAIL_SMTP_URL: optional(smtpUrl),
  MAIL_FROM: optional(mailAddress),
  MAIL_TLS: tls,
  MAIL_GATHER_MINUTES: withDefault(wholeNumber(0, 1440), 10),
  SCHEDULE: withDefault(onOrOff, true),
  STATISTICS: withDefault(services, []),
  STATISTICS_SCHEDULE: withDefault(onOrOff, false),
  SOTKANET_URL: withDefault(serviceAddress, 'https://sotkanet.fi/rest/1.1'),
  THL_PIVOT_URL: withDefault(serviceAddress, 'https://sampo.thl.fi/pivot/prod'),
  PXWEB_URL: withDefault(serviceAddress, 'https://pxdata.stat.fi/PxWeb/api/v1'),
  SCANNER_URL: optional(scannerAddress),
  LINK_CHECK: withDefault(z.enum(['off', 'public', 'any'], { error: 'must be off, public or any' }), 'off'),
  OIDC_ISSUER: optional(serviceLike('https://login.example.fi/realms/etappi')),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_LABEL: optional(z.string().max(60, 'must have at most 60 characters')),
  OIDC_ROLE_CLAIM: withDefault(z.string(), 'roles'),
  OIDC_ROLES: withDefault(mappedRoles, []),
  OIDC_ASK_ACR: withDefault(namesOfStrength, []),
  OIDC_REQUIRE_ACR: withDefault(namesOfStrength, []),
  OIDC_REQUIRE_AMR: withDefault(namesOfStrength, []),
  OIDC_RSA_BITS: withDefault(wholeNumber(2048, 16_384), 2048),
  BACKUP_DIR: optional(z.string()),
  BACKUP_RECIPIENTS: withDefault(agePublicKeys, []),
  BACKUP_AT: withDefault(timeOfDay, '02:30'),
  BACKUP_DAYS: withDefault(wholeNumber(1, 3650), 35),
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
  /** Connection of the same role to a streaming replica, for reads of what is published. */
  databaseReplicaUrl: string | undefined
  /** Key that signs session cookies. */
  authSecret: string | undefined
  /** The one of before: what was sealed with it still opens, and nothing is sealed with it. */
  authSecretBefore: string | undefined
  /** True: demo data is loaded and the sign-in page offers its accounts. undefined: not said. */
  demo: boolean | undefined
  /** Of whom a second factor is demanded in every county, whatever the county says. */
  secondFactor: 'nobody' | 'administrators' | 'writers' | 'everybody'
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
  /** Services of official statistics: those that are on, and where each is asked. No other host is. */
  statistics: {
    on: readonly (typeof statisticsServices)[number][]
    /** Whether the running server refreshes followed series by itself */
    schedule: boolean
    addresses: Readonly<Record<(typeof statisticsServices)[number], string>>
  }
  /** The scanner for malware that every file from people must pass; null: none is asked. */
  scanner: ScannerPlace | null
  /** Whether addresses that people have written may be tried; `any`: also those of inner networks. */
  linkCheck: 'off' | 'public' | 'any'
  /** Where people may sign in besides their passwords here; null: nowhere. */
  provider: ProviderSettings | null
  backups: {
    /** Absolute path; undefined: none are made by themselves */
    folder: string | undefined
    /** Public keys they are encrypted for */
    recipients: readonly string[]
    /** Hours and minutes of the night's backup, Finnish time */
    at: string
    /** Days that they are kept */
    days: number
  }
  /** What is taken, and should be said better: one sentence each, told at every start. */
  warnings: readonly string[]
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
  if (given.BACKUP_DIR && given.BACKUP_RECIPIENTS.length === 0) {
    return { ok: false, problems: ['BACKUP_RECIPIENTS must be given together with BACKUP_DIR.'] }
  }
  if (given.AUTH_SECRET_BEFORE && given.AUTH_SECRET_BEFORE === given.AUTH_SECRET) {
    return { ok: false, problems: ['AUTH_SECRET_BEFORE must be another one than AUTH_SECRET.'] }
  }
  const plain = plainConnections(given)
  if (plain.length > 0) return { ok: false, problems: plain }
  const provider = providerOf(given)
  if (provider && 'problem' in provider) return { ok: false, problems: [provider.problem] }
  return {
    ok: true,
    value: {
      port: given.PORT,
      host: given.HOST,
      appUrl: (given.APP_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, ''),
      dataDir: path.resolve(/* turbopackIgnore: true */ given.DATA_DIR),
      databaseUrl: given.DATABASE_URL,
      databaseAppUrl: given.DATABASE_APP_URL,
      databaseReplicaUrl: given.DATABASE_REPLICA_URL,
      authSecret: given.AUTH_SECRET,
      authSecretBefore: given.AUTH_SECRET_BEFORE,
      demo: given.DEMO,
      secondFactor: given.SECOND_FACTOR,
      sessionIdleMinutes: given.SESSION_IDLE_MINUTES,
      sessionMaxHours: given.SESSION_MAX_HOURS,
      files: given.FILES,
      mailServer: mailServerOf(given.MAIL_SMTP_URL, given.MAIL_FROM, given.MAIL_TLS),
      mailGatherMinutes: given.MAIL_GATHER_MINUTES,
      schedule: given.SCHEDULE,
      statistics: {
        on: given.STATISTICS,
        schedule: given.STATISTICS_SCHEDULE,
        addresses: {
          sotkanet: bare(given.SOTKANET_URL),
          thl_pivot: bare(given.THL_PIVOT_URL),
          pxweb: bare(given.PXWEB_URL),
        },
      },
      scanner: given.SCANNER_URL ? scannerPlace(given.SCANNER_URL) : null,
      linkCheck: given.LINK_CHECK,
      provider,
      backups: {
        folder: given.BACKUP_DIR && path.resolve(/* turbopackIgnore: true */ given.BACKUP_DIR),
        recipients: given.BACKUP_RECIPIENTS,
        at: given.BACKUP_AT,
        days: given.BACKUP_DAYS,
      },
      warnings: weakConnections(given),
      timezone: given.TIMEZONE,
    },
  }
}

const bare = (address: string): string => address.replace(/\/+$/, '')

/** Without a word on TLS only a server on the same machine is spoken to without it. */
function mailServerOf(
  address: string | undefined,
  from: string | undefined,
  tls: 'required' | 'off' | undefined,
): MailServer | null {
  const url = address ? URL.parse(address) : null
  if (!url || !from) return null
  const first = url.protocol === 'smtps:'
  const near = isNear(url.hostname)
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
