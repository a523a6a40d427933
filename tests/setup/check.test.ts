import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { counted, stages } from '../../scripts/check/stages.mts'
import { root, runtime } from '../../scripts/runtime.mjs'

const check = (...args: string[]) =>
  spawnSync(runtime.node, [...runtime.flags, path.join(root, 'scripts/check/main.mts'), ...args], { encoding: 'utf8' })

describe('npm run check', () => {
  it('has its stages in the order in which a failure costs least', () => {
    const names = stages.map((stage) => stage.name)
    expect(names).toEqual(['style', 'types', 'architecture', 'unit', 'integration', 'build', 'browser'])
  })

  it('counts a runner that fails without a failed test as one failure', () => {
    expect(counted(false, 12, 0, 0)).toEqual({ passed: 12, failed: 1 })
    expect(counted(false, 12, 2, 0)).toEqual({ passed: 12, failed: 2 })
    expect(counted(true, 12, 0, 3)).toEqual({ passed: 12, failed: 0, note: '3 skipped' })
  })

  it('takes names of stages and refuses others', () => {
    const refused = check('everything')
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('Unknown stage: everything.')
    expect(check('--help').stdout).toContain('npm run check -- types unit')
  })

  it('runs the stages that are named, tells their time and ends with the counts', { timeout: 60_000 }, () => {
    const { status, stdout } = spawnSync('npm', ['run', 'check', '--', 'style'], { cwd: root, encoding: 'utf8' })
    const [time, all, counts] = stdout.trim().split('\n').slice(-3)
    expect(time).toMatch(/^style +\d+\.\d s {2}/)
    expect(all).toMatch(/^all +\d+\.\d s$/)
    expect([0, 1]).toContain(status)
    expect(counts).toBe(status === 0 ? '1 passed, 0 failed' : '0 passed, 1 failed')
  })
})
