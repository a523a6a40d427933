/** How one part of the installation is doing: nothing to do, something to do, something is wrong. */
export const healthStates = ['good', 'warning', 'danger'] as const
export type HealthState = (typeof healthStates)[number]

export const healthParts = [
  'database',
  'replica',
  'migrations',
  'queue',
  'disk',
  'scanner',
  'backup',
  'audit',
  'settings',
  'versions',
] as const
export type HealthPart = (typeof healthParts)[number]

/** What is said of a setting that is unsafe or missing. */
export const settingFaults = [
  'demo',
  'no_tls',
  'no_mail',
  'mail_plain',
  'no_backups',
  'schedule_off',
  'links_any',
] as const
export type SettingFault = (typeof settingFaults)[number]

/**
 * A replica that is set. `lag` is null when it does not answer; `seconds`, since the last change that it shows, when it shows
 * everything, or nothing since it started.
 */
export type ReplicaFound = {
  refusal: 'powers' | 'stranger' | null
  lag: { bytes: number; seconds: number | null; isStandby: boolean } | null
  /** Reads of this server since its start, and those that the replica answered */
  asked: number
  answered: number
}

/** What was found. Bytes are whole numbers, moments ISO text; null is not known. */
export type Health = {
  database: { up: boolean; version: string | null; bytes: number | null }
  replica: ReplicaFound | null
  migrations: { applied: number; newest: string | null; broken: number } | null
  queue: { waiting: number; failed: number; oldest: string | null } | null
  disk: { free: number; all: number } | null
  /** Whether the scanner of files answers; null where none is set */
  scanner: { answers: boolean } | null
  backup: { set: boolean; newest: { at: string; bytes: number } | null; count: number }
  /** Place of the newest row in the chain of the audit log; null for the operator, who looks at every county */
  audit: { rows: number } | null
  faults: SettingFault[]
  versions: { etappi: string; node: string; database: string | null }
}

const gigabyte = 1_000_000_000
const hour = 3_600_000

/** A night's backup is a day old at most, and a while is needed to make it. */
const oldestBackup = 26 * hour
/** Mails are tried again for a while; one that has waited longer waits for somebody. */
const longestWait = 2 * hour

/** A replica replays what it gets within moments; one that is a minute behind is stuck. */
const longestLag = 60

/** How each part is doing at a moment. */
export function judge(health: Health, at: Date): Record<HealthPart, HealthState> {
  const { database, replica, migrations, queue, disk, scanner, backup, faults } = health
  return {
    database: database.up ? 'good' : 'danger',
    replica: replica === null ? 'good' : judgeReplica(replica),
    migrations: migrations === null || migrations.broken > 0 ? 'danger' : 'good',
    queue: queue === null ? 'warning' : judgeQueue(queue, at),
    disk: judgeDisk(disk),
    scanner: scanner === null ? 'warning' : scanner.answers ? 'good' : 'danger',
    backup: judgeBackup(backup, at),
    audit: 'good',
    settings: faults.length > 0 ? 'warning' : 'good',
    versions: 'good',
  }
}

/** Never a danger: what the replica does not answer, the primary does. */
function judgeReplica({ refusal, lag }: ReplicaFound): HealthState {
  if (refusal !== null || lag === null || !lag.isStandby) return 'warning'
  return lag.bytes > 0 && (lag.seconds ?? Number.POSITIVE_INFINITY) > longestLag ? 'warning' : 'good'
}

function judgeQueue({ failed, oldest }: NonNullable<Health['queue']>, at: Date): HealthState {
  const waits = oldest !== null && at.getTime() - Date.parse(oldest) > longestWait
  return failed > 0 || waits ? 'warning' : 'good'
}

function judgeDisk(disk: Health['disk']): HealthState {
  if (disk === null) return 'warning'
  if (disk.free < gigabyte / 2) return 'danger'
  return disk.free < 2 * gigabyte || disk.free < disk.all / 20 ? 'warning' : 'good'
}

function judgeBackup({ set, newest }: Health['backup'], at: Date): HealthState {
  if (!set) return 'warning'
  return newest === null || at.getTime() - Date.parse(newest.at) > oldestBackup ? 'danger' : 'good'
}

/** The worst of all parts. */
export function worstOf(states: Readonly<Record<HealthPart, HealthState>>): HealthState {
  return healthStates.findLast((state) => Object.values(states).includes(state)) ?? 'good'
}

type Set = {
  demo: boolean
  appUrl: string
  mail: { host: string; tls: string } | null
  backups: boolean
  schedule: boolean
  linkCheck: string
}

const near = /^(localhost|127\.0\.0\.1|::1)$/

/** Settings that are unsafe or missing in an installation that people use. */
export function faultsOf({ demo, appUrl, mail, backups, schedule, linkCheck }: Set): SettingFault[] {
  const url = new URL(appUrl)
  const is: Record<SettingFault, boolean> = {
    demo,
    no_tls: url.protocol !== 'https:' && !near.test(url.hostname),
    no_mail: mail === null,
    mail_plain: mail !== null && mail.tls === 'off' && !near.test(mail.host),
    no_backups: !backups,
    schedule_off: !schedule,
    links_any: linkCheck === 'any',
  }
  return settingFaults.filter((fault) => is[fault])
}
