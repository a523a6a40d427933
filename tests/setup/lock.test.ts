import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { liveHolder, lock, tryLock } from '../../scripts/steps/lock.mts'
import { isRunning, markOf } from '../../scripts/steps/process.mts'

let folder = ''
let file = ''
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'etappi-lock-'))
  file = path.join(folder, 'up.lock')
})
afterEach(() => fs.rmSync(folder, { recursive: true }))

const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('is refused while its holder lives, and free again after release', () => {
    const held = tryLock(file)
    expect(held).not.toBeNull()
    expect(liveHolder(file)?.pid).toBe(process.pid)
    expect(tryLock(file)).toBeNull()
    held?.release()
    expect(tryLock(file)).not.toBeNull()
  })

  it('of a dead holder is taken over', () => {
    fs.writeFileSync(file, JSON.stringify({ pid: deadPid(), started: '1' }))
    expect(liveHolder(file)).toBeNull()
    expect(tryLock(file)).not.toBeNull()
  })

  it('of a holder whose process number now belongs to somebody else is taken over', () => {
    fs.writeFileSync(file, JSON.stringify({ pid: process.pid, started: 'long ago' }))
    expect(tryLock(file)).not.toBeNull()
  })

  it('that is half-written or empty is taken over', () => {
    fs.writeFileSync(file, '')
    expect(tryLock(file)).not.toBeNull()
  })

  it('leaves no other files behind', () => {
    fs.writeFileSync(file, JSON.stringify({ pid: deadPid(), started: '1' }))
    tryLock(file)
    expect(fs.readdirSync(folder)).toEqual(['up.lock'])
  })

  it('is waited for, and named when the wait is too long', async () => {
    const held = tryLock(file)
    setTimeout(() => held?.release(), 120)
    const next = await lock(file, 5000)
    await expect(lock(file, 100)).rejects.toThrow(`is held by process ${process.pid}`)
    next.release()
  })
})

describe('a process', () => {
  it('is known by its number and start', () => {
    expect(isRunning(markOf(process.pid))).toBe(true)
    expect(isRunning({ ...markOf(process.pid), started: '1' })).toBe(false)
    expect(isRunning(markOf(deadPid()))).toBe(false)
  })
})
