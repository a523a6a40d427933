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
  timezone: 'Europe/Helsinki'
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
      timezone: given.TIMEZONE,
    },
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
