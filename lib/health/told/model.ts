import { faultLabels, refusalLabels } from '@/lib/health/labels'
import { type Health, type HealthPart, type HealthState, healthParts, judge } from '@/lib/health/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime, formatFileSize, formatNumber } from '@/lib/values/format'

/** One part in words: what was found, and what to do. */
export type Told = { part: HealthPart; state: HealthState; found: string; todo: string }

type Sentences = { found: string; todo?: string }

/** Every part of the installation in plain words, for the page and for the command alike. */
export function toldOf(t: Words, health: Health, at: Date): Told[] {
  const states = judge(health, at)
  return healthParts.map((part) => {
    const { found, todo } = sentences[part](t, health, states[part])
    return { part, state: states[part], found, todo: todo ?? t('health.todo.none') }
  })
}

const size = (t: Words, bytes: number) => formatFileSize(bytes, t.locale)
const count = (t: Words, number: number) => formatNumber(String(number), t.locale)

const sentences: Record<HealthPart, (t: Words, health: Health, state: HealthState) => Sentences> = {
  database: (t, { database: { up, bytes } }) => {
    if (!up) return { found: t('health.found.down'), todo: t('health.todo.database') }
    return { found: bytes === null ? t('health.found.upOnly') : t('health.found.up', { size: size(t, bytes) }) }
  },
  replica: (t, { replica }, state) => {
    if (!replica) return { found: t('health.found.replicaOff') }
    const { refusal, lag, asked, answered } = replica
    if (refusal) return { found: t(refusalLabels[refusal]), todo: t('health.todo.replica') }
    if (!lag) return { found: t('health.found.replicaAway'), todo: t('health.todo.replica') }
    const found = [
      lag.bytes === 0 ? t('health.found.replica') : t('health.found.replicaBehind', { size: size(t, lag.bytes) }),
      ...(lag.seconds === null ? [] : [t('health.found.replicaSince', { seconds: count(t, Math.round(lag.seconds)) })]),
      ...(lag.isStandby ? [] : [t('health.found.replicaWrites')]),
      t('health.found.replicaReads', { answered: count(t, answered), asked: count(t, asked) }),
    ]
    return { found: found.join(' '), ...(state !== 'good' && { todo: t('health.todo.replica') }) }
  },
  migrations: (t, { migrations }) => {
    if (!migrations) return { found: t('health.found.unknown'), todo: t('health.todo.database') }
    if (migrations.broken > 0) return { found: t('health.found.broken'), todo: t('health.todo.migrations') }
    const { applied, newest } = migrations
    return { found: t('health.found.migrations', { count: count(t, applied), newest: newest ?? '–' }) }
  },
  queue: (t, { queue }, state) => {
    if (!queue) return { found: t('health.found.unknown'), todo: t('health.todo.database') }
    const { waiting, failed, oldest } = queue
    const found = [
      t('health.found.queue', { waiting: count(t, waiting), failed: count(t, failed) }),
      ...(oldest === null ? [] : [t('health.found.oldest', { when: formatDateTime(oldest, t.locale) })]),
    ]
    return { found: found.join(' '), ...(state !== 'good' && { todo: t('health.todo.queue') }) }
  },
  disk: (t, { disk }, state) => ({
    found: disk
      ? t('health.found.disk', { free: size(t, disk.free), all: size(t, disk.all) })
      : t('health.found.unknown'),
    ...(state !== 'good' && { todo: t('health.todo.disk') }),
  }),
  scanner: (t, { scanner }) => {
    if (!scanner) return { found: t('health.found.scannerOff'), todo: t('health.todo.scannerOff') }
    if (scanner.answers) return { found: t('health.found.scanner') }
    return { found: t('health.found.scannerAway'), todo: t('health.todo.scanner') }
  },
  backup: (t, { backup: { set, newest, count: kept } }, state) => {
    if (!set) return { found: t('health.found.backupOff'), todo: t('health.todo.backupOff') }
    const found = newest
      ? t('health.found.backup', {
          when: formatDateTime(newest.at, t.locale),
          size: size(t, newest.bytes),
          count: count(t, kept),
        })
      : t('health.found.noBackup')
    return { found, todo: t(state === 'good' ? 'health.todo.verify' : 'health.todo.backup') }
  },
  audit: (t, { audit }) => ({
    found: audit ? t('health.found.audit', { rows: count(t, audit.rows) }) : t('health.found.auditAll'),
    todo: t('health.todo.audit'),
  }),
  settings: (t, { faults }) =>
    faults.length === 0
      ? { found: t('health.found.settings') }
      : {
          found: t('health.found.faults', { count: faults.length }),
          todo: faults.map((fault) => t(faultLabels[fault])).join(' '),
        },
  versions: (t, { versions: { etappi, node, database } }) => ({
    found: t('health.found.versions', { etappi, node, database: database ?? '–' }),
  }),
}
