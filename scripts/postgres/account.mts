// PostgreSQL refuses to run as root. When we are root, it runs as the owner of an existing data folder or as user "postgres".
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'

export type Account = { uid?: number; gid?: number; name: string }

const isRoot = process.getuid?.() === 0

/** The operating system's account that PostgreSQL runs as (created when missing). Without root: ourselves. */
export function databaseAccount(dataFolder: string): Account {
  if (!isRoot) return { name: 'self' }
  const owner = fs.statSync(dataFolder, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` }
  const name = 'postgres'
  if (idOf('-u', name) === null) {
    spawnSync('groupadd', ['-f', name])
    spawnSync('useradd', ['-r', '-M', '-g', name, '-s', '/usr/sbin/nologin', name])
  }
  const uid = idOf('-u', name)
  const gid = idOf('-g', name)
  if (uid === null || gid === null) {
    throw new Error(
      'PostgreSQL does not run as root, and the user "postgres" could not be created. Run as another user.',
    )
  }
  return { uid, gid, name }
}

/** Runs a program as that account, from "/" (the account may not be allowed into our working folder). */
export function runAs(account: Account, command: string, args: string[], stdio: 'pipe' | 'ignore' = 'pipe') {
  const ids = account.uid === undefined ? {} : { uid: account.uid, gid: account.gid }
  const done = spawnSync(command, args, { ...ids, cwd: '/', encoding: 'utf8', stdio: ['ignore', stdio, stdio] })
  const output = `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim()
  return { ok: done.status === 0, output }
}

/** True when the account can enter the folder (every parent of it too). */
export function canEnter(account: Account, folder: string): boolean {
  return runAs(account, '/bin/sh', ['-c', 'cd "$0"', folder]).ok
}

export function giveTo(account: Account, file: string): void {
  if (account.uid !== undefined && account.gid !== undefined) fs.chownSync(file, account.uid, account.gid)
}

function idOf(flag: '-u' | '-g', name: string): number | null {
  const found = spawnSync('id', [flag, name], { encoding: 'utf8' })
  return found.status === 0 ? Number(found.stdout) : null
}
