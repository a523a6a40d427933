// Backups in a folder: their names, which of them may go, and the one taken by itself each night.
import fs from 'node:fs'
import path from 'node:path'
import { backupMoment, backupName } from '../../lib/health/backups/model.ts'
import { takeBackup } from './take.mts'

export type Kept = { name: string; at: Date; bytes: number }

/** Oldest first. Files of other names are nobody's business here. */
export function backupsIn(folder: string): Kept[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const at = backupMoment(name)
      return at ? [{ name, at, bytes: fs.statSync(path.join(folder, name)).size }] : []
    })
}

/**
 * Those that may go: older than `days`, but never one of the newest three, so that a clock or a service that stood still for
 * long does not take the last ones away.
 */
export function outdated(backups: readonly Kept[], days: number, now: Date): Kept[] {
  const oldest = now.getTime() - days * 86_400_000
  return backups.slice(0, Math.max(0, backups.length - 3)).filter(({ at }) => at.getTime() < oldest)
}

export function removeOutdated(folder: string, days: number, now: Date): string[] {
  const gone = outdated(backupsIn(folder), days, now).map(({ name }) => name)
  for (const name of gone) fs.rmSync(path.join(folder, name))
  return gone
}

type Nightly = {
  folder: string
  recipients: readonly string[]
  /** Hours and minutes of the day, Finnish time */
  at: string
  days: number
  ownerUrl: () => string
  filesFolder: string
  say: (sentence: string) => void
}

/** The last moment at or before `now` when the clock showed `at`; a night that lacks the hour is passed over. */
export function lastTurn(now: Date, at: string): Date {
  const clock = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Helsinki',
    dateStyle: 'short',
    timeStyle: 'medium',
  })
  for (let minutes = 0; minutes <= 50 * 60; minutes += 1) {
    const moment = new Date(Math.floor(now.getTime() / 60_000) * 60_000 - minutes * 60_000)
    if (clock.format(moment).slice(11, 16) === at) return moment
  }
  throw new Error(`No such time of day: ${at}`)
}

/** Due when no backup is younger than the last turn: one that was missed while the server stood still is made at its start. */
export function isDue(backups: readonly Kept[], now: Date, at: string): boolean {
  const newest = backups.at(-1)
  return !newest || newest.at.getTime() < lastTurn(now, at).getTime()
}

const lookEvery = 60_000
const retryAfter = 15 * 60_000

/** Looks every minute whether the night's backup is due. A failure is told, and tried again after a quarter of an hour. */
export function keepBackups(nightly: Nightly): { stop(): void } {
  let running = false
  let notBefore = 0
  const look = async () => {
    const now = new Date()
    if (running || now.getTime() < notBefore || !isDue(backupsIn(nightly.folder), now, nightly.at)) return
    running = true
    try {
      fs.mkdirSync(nightly.folder, { recursive: true, mode: 0o700 })
      const file = path.join(nightly.folder, backupName(now))
      const { bytes, rows } = await takeBackup({ ...nightly, file, ownerUrl: nightly.ownerUrl() })
      const gone = removeOutdated(nightly.folder, nightly.days, now)
      nightly.say(`Backup ${file}: ${rows} rows, ${bytes} bytes; ${gone.length} older removed.`)
    } catch (error) {
      notBefore = now.getTime() + retryAfter
      nightly.say(`The backup failed: ${error instanceof Error ? error.message : String(error)}.`)
    } finally {
      running = false
    }
  }
  const timer = setInterval(() => void look(), lookEvery)
  void look()
  return { stop: () => clearInterval(timer) }
}
