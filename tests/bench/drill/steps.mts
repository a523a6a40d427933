// The drill with the database of one earlier release: upgrade, backup, restore, and the way back.
import fs from 'node:fs'
import path from 'node:path'
import { backUpBefore } from '../../../scripts/backup/before-migrating.mts'
import { backupsIn } from '../../../scripts/backup/keeping.mts'
import { restoreBackup } from '../../../scripts/backup/restore.mts'
import { soundnessOf } from '../../../scripts/backup/soundness.mts'
import { takeBackup } from '../../../scripts/backup/take.mts'
import { deployMigrations } from '../../../scripts/database/migrations.mts'
import { withClient } from '../../../scripts/database/open.mts'
import { root } from '../../../scripts/runtime.mjs'
import { effectOf, type Look, Looker, tell } from '../../platform/fault-sweep/look.ts'
import { lossesSince } from '../../platform/upgrades/comparison.ts'
import { type Dump, loadDump } from '../../platform/upgrades/dump.ts'
import { schemaOf } from '../../platform/upgrades/schema.ts'
import type { Places } from './place.mts'

export type Drilled = {
  release: string
  migrations: number
  rows: number
  auditRows: number
  seconds: { upgrade: number; backup: number; restore: number; wayBack: number }
  faults: string[]
  /** The database that was upgraded and brought back elsewhere */
  restoredUrl: string
}

export type Key = { identity: string; recipient: string }

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const began = performance.now()
  const value = await work()
  return { value, seconds: (performance.now() - began) / 1000 }
}

const losses = (url: string, dump: Dump) => withClient(url, async (owner) => (await lossesSince(dump, owner)).losses)

async function lookAt(url: string) {
  const looker = await Looker.at(url)
  return looker.look().finally(() => looker.end())
}

/** What a restore writes itself: sessions are ended, and each county's log tells of it. */
const restoring = new Set(['LoginSession', 'AuditEvent', 'AuditLink'])

function differences(one: Look, other: Look): string | null {
  const found = Object.entries(effectOf(one, other)).filter(([name]) => !restoring.has(name))
  return found.length > 0 ? tell(Object.fromEntries(found)) : null
}

export async function drill(release: string, dump: Dump, places: Places, key: Key, folder: string): Promise<Drilled> {
  const then = schemaOf(dump)
  const backups = path.join(folder, release)
  const filesFolder = path.join(folder, 'files')
  const faults: string[] = []
  const say = (found: readonly string[], where: string) =>
    faults.push(...found.map((one) => `${release}, ${where}: ${one}`))
  try {
    const url = await places.empty()
    await deployMigrations(then, url)
    await withClient(url, (owner) => loadDump(owner, dump))
    const asItWas = await lookAt(url)

    // As `npm run up` of the new release does: a backup of the moment before, then the migrations.
    const set = { backups: { folder: backups, recipients: [key.recipient], at: '02:30', days: 35 }, dataDir: folder }
    const before = (ownerUrl: string) => backUpBefore(set, ownerUrl, () => {})
    const upgraded = await timed(() => deployMigrations(root, url, undefined, before))
    say(await losses(url, dump), 'upgraded')
    const [kept] = backupsIn(backups)
    if (upgraded.value.length > 0 && !kept) faults.push(`${release}: no backup was taken before the migrations`)
    const sound = await withClient(url, soundnessOf)
    if (sound.auditFaults > 0) faults.push(`${release}: the chain of the audit log has ${sound.auditFaults} faults`)

    const file = path.join(folder, `${release}.age`)
    const backup = await timed(() => takeBackup({ ownerUrl: url, file, recipients: [key.recipient], filesFolder }))
    const restoredUrl = await places.empty()
    const given = { identity: key.identity, filesFolder }
    const restored = await timed(() => restoreBackup({ root, ownerUrl: restoredUrl, file, ...given }))
    const strange = differences(await lookAt(url), await lookAt(restoredUrl))
    if (strange) faults.push(`${release}: brought back different: ${strange}`)
    if (restored.value.soundness?.auditFaults !== sound.auditFaults)
      faults.push(`${release}: the chain of the audit log came back different`)

    // The release before does not touch a database of a later one; the way back is the backup from before, brought back by it.
    let wayBack = 0
    if (upgraded.value.length > 0 && kept) {
      const refused = await deployMigrations(then, url).then(() => '', String)
      if (!/newer than this copy/.test(refused)) faults.push(`${release}: it was not refused by the release before`)
      const backUrl = await places.empty()
      const back = await timed(() =>
        restoreBackup({ root: then, ownerUrl: backUrl, file: path.join(backups, kept.name), ...given }),
      )
      wayBack = back.seconds
      if (back.value.applied.length > 0) faults.push(`${release}: the way back led on to a later release`)
      const other = differences(asItWas, await lookAt(backUrl))
      if (other) faults.push(`${release}: different on the way back: ${other}`)
    }
    return {
      release,
      migrations: upgraded.value.length,
      rows: restored.value.rows,
      auditRows: sound.auditRows,
      seconds: { upgrade: upgraded.seconds, backup: backup.seconds, restore: restored.seconds, wayBack },
      faults,
      restoredUrl,
    }
  } finally {
    fs.rmSync(then, { recursive: true })
  }
}
