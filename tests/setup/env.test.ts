import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, settingNames } from '@/lib/platform/env'
import { root } from '../../scripts/runtime.mjs'

const problems = (source: Record<string, string>): string[] => {
  const read = readSettings(source)
  return read.ok ? [] : read.problems
}

describe('settings', () => {
  it('need nothing to be set', () => {
    const read = readSettings({})
    expect(read).toMatchObject({
      ok: true,
      value: { port: 3000, appUrl: 'http://localhost:3000', files: 'database', timezone: 'Europe/Helsinki' },
    })
  })

  it('treat empty as unset, as .env files leave them', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: ' ', DEMO: '', FILES: '' })).toEqual(readSettings({}))
  })

  it('take what is given', () => {
    const read = readSettings({
      PORT: '8080',
      APP_URL: 'https://etappi.example.fi/',
      DEMO: 'true',
      SESSION_MAX_HOURS: '8',
    })
    expect(read).toMatchObject({
      ok: true,
      value: { port: 8080, appUrl: 'https://etappi.example.fi', demo: true, sessionMaxHours: 8 },
    })
  })

  it.each([
    [{ PORT: 'abc' }, 'PORT must be a whole number.'],
    [{ PORT: '70000' }, 'PORT must be between 1 and 65535.'],
    [
      { APP_URL: 'https://example.fi/etappi' },
      'APP_URL must be an address without a path, such as https://etappi.example.fi.',
    ],
    [{ DATABASE_URL: 'mysql://a/b' }, 'DATABASE_URL must look like postgresql://user:password@host:5432/database.'],
    [{ DATABASE_APP_URL: 'etappi' }, 'DATABASE_APP_URL must look like postgresql://user:password@host:5432/database.'],
    [{ AUTH_SECRET: 'short' }, 'AUTH_SECRET must have at least 32 characters.'],
    [{ DEMO: 'perhaps' }, 'DEMO must be true or false.'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES must be between 1 and 1440.'],
    [{ FILES: 's3' }, 'FILES must be database or disk.'],
    [
      { MAIL_SMTP_URL: 'http://mail.example.fi', MAIL_FROM: 'etappi@example.fi' },
      'MAIL_SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.',
    ],
    [{ MAIL_SMTP_URL: 'smtp://mail.example.fi' }, 'MAIL_FROM must be given together with MAIL_SMTP_URL.'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must look like Etappi <etappi@example.fi>.'],
    [{ MAIL_TLS: 'perhaps' }, 'MAIL_TLS must be required or off.'],
    [{ SCHEDULE: 'true' }, 'SCHEDULE must be on or off.'],
    [{ TIMEZONE: 'UTC' }, 'TIMEZONE must be Europe/Helsinki (dates of the law are Finnish).'],
  ])('refuse %o with one sentence', (source, sentence) => {
    expect(problems(source)).toEqual([sentence])
  })

  it('tell the mail server, which needs TLS unless it is on the same machine', () => {
    const server = (MAIL_SMTP_URL: string, more: Record<string, string> = {}) => {
      const read = readSettings({ MAIL_SMTP_URL, MAIL_FROM: 'Etappi <etappi@example.fi>', ...more })
      return read.ok ? read.value.mailServer : read.problems
    }
    expect(server('smtp://etappi:s%40la@mail.example.fi')).toEqual({
      host: 'mail.example.fi',
      port: 587,
      tls: 'required',
      login: { user: 'etappi', password: 's@la' },
      from: 'Etappi <etappi@example.fi>',
    })
    expect(server('smtps://mail.example.fi')).toMatchObject({ port: 465, tls: 'first', login: null })
    expect(server('smtp://127.0.0.1:2525')).toMatchObject({ host: '127.0.0.1', port: 2525, tls: 'off' })
    expect(server('smtp://127.0.0.1', { MAIL_TLS: 'required' })).toMatchObject({ tls: 'required' })
    expect(readSettings({})).toMatchObject({ value: { mailServer: null, mailGatherMinutes: 10, schedule: true } })
  })

  it('report every wrong setting at once', () => {
    expect(problems({ PORT: 'x', FILES: 'y' })).toHaveLength(2)
  })

  it('are exactly the ones that .env.example documents', () => {
    const example = fs.readFileSync(path.join(root, '.env.example'), 'utf8')
    const documented = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect(documented.sort()).toEqual([...settingNames].sort())
    const filled = Object.fromEntries([...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1], match[2]]))
    expect(problems(filled as Record<string, string>)).toEqual([])
  })
})
