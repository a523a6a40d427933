import { afterAll, describe, expect, it } from 'vitest'
import { root } from '../../scripts/runtime.mjs'
import { catalogueRules } from './catalogues'
import { directionRules } from './direction'
import { doorRules } from './doors'
import { exportRules } from './exports'
import { formRules } from './forms'
import { labelRules } from './labels'
import { runnerRules } from './runners'
import { sizeRules } from './sizes'
import { projectSources, virtualSources } from './source'
import { traceRules } from './traces'
import { vocabularyRules } from './vocabulary'

const rules = [
  ...vocabularyRules,
  ...directionRules,
  ...doorRules,
  ...exportRules,
  ...sizeRules,
  ...runnerRules,
  ...catalogueRules,
  ...labelRules,
  ...formRules,
  ...traceRules,
]

describe('architecture', () => {
  const project = projectSources(root)
  const counts: string[] = []
  afterAll(() => console.log(['architecture rules looked at:', ...counts].join('\n')))

  describe.each(rules)('$name', (rule) => {
    it('holds in the project', () => {
      const { looked, findings } = rule.check(project)
      counts.push(`  ${String(looked).padStart(5)} ${rule.unit} (at least ${rule.floor}): ${rule.name}`)
      expect(findings).toEqual([])
      expect(looked).toBeGreaterThanOrEqual(rule.floor)
    })

    it.each(rule.planted)('catches $finding', ({ files, finding }) => {
      expect(rule.check(virtualSources(files)).findings.join('\n')).toMatch(finding)
    })
  })

  it('has a planted violation for every rule', () => {
    expect(rules.filter((rule) => rule.planted.length === 0).map((rule) => rule.name)).toEqual([])
    expect(rules.length).toBeGreaterThanOrEqual(25)
  })
})
