import fs from 'node:fs'
import path from 'node:path'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { makePersonIn, makeRound, type Round } from '@/tests/support/builders/round'
import { root } from '../../scripts/runtime.mjs'

let made = 0

/** A county with its administrator, and a small package of a project that it does not have. */
export async function countyOf(): Promise<{ round: Round; admin: Viewer; text: string; key: string }> {
  made += 1
  const round = await makeRound()
  const admin = await makePersonIn(round, 'admin')
  const given = JSON.parse(fs.readFileSync(path.join(root, 'docs/examples/smallest.json'), 'utf8'))
  const found = await asViewer(admin, (tx) =>
    tx.project.findUniqueOrThrow({
      where: { id: round.projectId },
      select: { organisation: { select: { key: true } }, programme: { select: { key: true } } },
    }),
  )
  given.organisation.key = found.organisation.key
  given.programme.key = found.programme.key
  given.project.key = `tuotu-${process.pid}-${made}`
  return { round, admin, text: JSON.stringify(given), key: given.project.key }
}
