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
    [{ AUTH_SECRET_BEFORE: 'short' }, 'AUTH_SECRET_BEFORE must have at least 32 characters.'],
    [
      { AUTH_SECRET: 'a'.repeat(32), AUTH_SECRET_BEFORE: 'a'.repeat(32) },
      'AUTH_SECRET_BEFORE must be another one than AUTH_SECRET.',
    ],
    [{ DEMO: 'perhaps' }, 'DEMO must be true or false.'],
    [{ SESSION_IDLE_MINUTES: '0' }, 'SESSION_IDLE_MINUTES must be between 1 and 1440.'],
    [{ FILES: 's3' }, 'FILES must be database or disk.'],
    [
      { MAIL_SMTP_URL: 'http://mail.example.fi', MAIL_FROM: 'etappi@example.fi' },
      'MAIL_SMTP_URL must look like smtp://user:password@host:587 or smtps://user:password@host:465.',
    ],
    [{ MAIL_SMTP_URL: 'smtp://mail.example.fi' }, 'MAIL_FROM must be given together with MAIL_SMTP_URL.'],
    [{ BACKUP_DIR: '/backups' }, 'BACKUP_RECIPIENTS must be given together with BACKUP_DIR.'],
    [
      { BACKUP_RECIPIENTS: 'AGE-SECRET-KEY-1' },
      'BACKUP_RECIPIENTS must be public keys of age (age1…), with commas between.',
    ],
    [{ BACKUP_AT: '24:00' }, 'BACKUP_AT must be a time of day, such as 02:30.'],
    [{ MAIL_FROM: 'nobody' }, 'MAIL_FROM must look like Etappi <etappi@example.fi>.'],
    [{ MAIL_TLS: 'perhaps' }, 'MAIL_TLS must be required or off.'],
    [{ SCHEDULE: 'true' }, 'SCHEDULE must be on or off.'],
    [{ STATISTICS: 'sotkanet,muu' }, 'STATISTICS must be some of sotkanet, thl_pivot, pxweb, with commas between.'],
    [{ STATISTICS_SCHEDULE: 'yes' }, 'STATISTICS_SCHEDULE must be on or off.'],
    [
      { SOTKANET_URL: 'http://sotkanet.fi/rest/1.1' },
      'SOTKANET_URL must be an https address, such as https://sotkanet.fi/rest/1.1.',
    ],
    [
      { PXWEB_URL: 'https://a:b@pxdata.stat.fi' },
      'PXWEB_URL must be an https address, such as https://sotkanet.fi/rest/1.1.',
    ],
    [
      { OIDC_ISSUER: 'http://login.example.fi' },
      'OIDC_ISSUER must be an https address, such as https://login.example.fi/realms/etappi.',
    ],
    [
      { OIDC_ISSUER: 'https://login.example.fi', OIDC_CLIENT_ID: 'etappi' },
      'OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be given together with OIDC_ISSUER.',
    ],
    ...['coordinator=coordinator', 'a=admin:kkk2', 'a=koordinaattori:kkk2', 'a', '=admin', 'a=director: kkk2'].map(
      (OIDC_ROLES): [Record<string, string>, string] => [
        { OIDC_ROLES },
        'OIDC_ROLES must be like etappi.director=director:kkk2 etappi.admin=admin, with spaces between.',
      ],
    ),
    [{ OIDC_RSA_BITS: '1024' }, 'OIDC_RSA_BITS must be between 2048 and 16384.'],
    [{ OIDC_REQUIRE_AMR: 'mfa ä' }, 'OIDC_REQUIRE_AMR must be names with spaces between.'],
    [{ SECOND_FACTOR: 'on' }, 'SECOND_FACTOR must be nobody, administrators, writers or everybody.'],
    [{ DATABASE_TLS: 'no' }, 'DATABASE_TLS must be required or off.'],
    [
      { SCANNER_URL: 'tcp://scanner.example.fi:3310' },
      'SCANNER_URL must look like unix:///run/clamav/clamd.ctl, tcp://127.0.0.1:3310 (this machine only) or tls://scanner.example.fi:3310.',
    ],
    [{ LINK_CHECK: 'on' }, 'LINK_CHECK must be off, public or any.'],
    [{ TIMEZONE: 'UTC' }, 'TIMEZONE must be Europe/Helsinki (dates of the law are Finnish).'],
  ])('refuse %o with one sentence', (source, sentence) => {
    expect(problems(source)).toEqual([sentence])
  })

  const far = 'postgresql://etappi:sana@db.example.fi/etappi'
  const plainDatabase = (name: string) =>
    `${name} must say sslmode=verify-full where PostgreSQL is on another machine. DATABASE_TLS=off says that it has no TLS.`
  const plainApp = 'APP_URL must begin with https where it is not this machine. APP_TLS=off says that it has no TLS.'
  it.each([
    [{ APP_URL: 'http://etappi.example.fi' }, [plainApp]],
    [{ APP_URL: 'http://192.0.2.7:3000', APP_TLS: 'required' }, [plainApp]],
    [{ APP_URL: 'http://localhost.example.fi' }, [plainApp]],
    [{ APP_URL: 'http://etappi.example.fi', APP_TLS: 'off' }, []],
    [{ APP_URL: 'https://etappi.example.fi' }, []],
    [{ APP_URL: 'http://localhost:3000' }, []],
    [{ APP_URL: 'http://127.0.0.9:3000' }, []],
    [{ APP_URL: 'http://[::1]:3000' }, []],
    [{ DATABASE_URL: far }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: `${far}?sslmode=disable` }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: `${far}?sslmode=prefer` }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: `${far}?sslmode=no-verify` }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: `${far}?sslmode=verify-full&sslmode=disable` }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: 'postgresql://a:b@localhost/etappi?host=db.example.fi' }, [plainDatabase('DATABASE_URL')]],
    [{ DATABASE_APP_URL: far }, [plainDatabase('DATABASE_APP_URL')]],
    [
      { DATABASE_URL: `${far}?sslmode=verify-full`, DATABASE_REPLICA_URL: far },
      [plainDatabase('DATABASE_REPLICA_URL')],
    ],
    [{ APP_URL: 'http://etappi.example.fi', DATABASE_URL: far }, [plainApp, plainDatabase('DATABASE_URL')]],
    [{ DATABASE_URL: far, DATABASE_APP_URL: far, DATABASE_TLS: 'off' }, []],
    [{ DATABASE_URL: `${far}?sslmode=verify-full` }, []],
    [{ DATABASE_URL: 'postgresql://a:b@127.0.0.1:5432/etappi' }, []],
    [{ DATABASE_URL: 'postgresql://a:b@localhost/etappi?host=/var/run/postgresql' }, []],
  ] as [Record<string, string>, string[]][])('refuse %o where it would go without TLS unsaid', (source, sentences) => {
    expect(problems(source)).toEqual(sentences)
  })

  it.each([
    ['require', 1],
    ['verify-ca', 1],
    ['verify-full', 0],
  ])('take sslmode=%s, and warn of what leaves the certificate to the driver', (mode, warnings) => {
    const read = readSettings({ DATABASE_URL: `${far}?sslmode=${mode}` })
    expect(read.ok && read.value.warnings).toHaveLength(warnings)
    expect(readSettings({})).toMatchObject({ value: { warnings: [] } })
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

  it('tell the provider to sign in with, and what its roles give; none without its address', () => {
    const client = { OIDC_CLIENT_ID: 'etappi', OIDC_CLIENT_SECRET: 'salaisuus' }
    expect(readSettings(client)).toMatchObject({ value: { provider: null } })
    const OIDC_ROLES = 'etappi.director=director:kkk2,a=b=finance:kkk2\n  etappi.admin=admin'
    const read = readSettings({ ...client, OIDC_ISSUER: 'https://login.example.fi/realms/a', OIDC_ROLES })
    expect(read.ok && read.value.provider).toEqual({
      issuer: 'https://login.example.fi/realms/a',
      clientId: 'etappi',
      clientSecret: 'salaisuus',
      label: 'login.example.fi',
      roleClaim: 'roles',
      ...{ askedAcr: [], demandedAcr: [], demandedAmr: [], rsaBits: 2048 },
      roles: [
        { given: 'etappi.director', role: 'director', projectKey: 'kkk2' },
        { given: 'a=b', role: 'finance', projectKey: 'kkk2' },
        { given: 'etappi.admin', role: 'admin', projectKey: null },
      ],
    })
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
