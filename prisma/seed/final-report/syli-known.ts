import type { BoundData } from '@/lib/final-report/bindings/model'
import { unbound } from '@/lib/final-report/blocks/model'
import type { BindingDraft } from '@/lib/final-report/editing/model'
import { boundNumber, type NumberForm } from '@/lib/final-report/numbers/model'
import { words } from '@/lib/platform/words'
import type { NarrativeSection, SyliReportFacts } from '../facts/syli-report.ts'
import type { Place } from '../ids.ts'
import type { Known, Named } from './syli-blocks.ts'

const forms = ['full', 'bare', 'digits'] as const satisfies readonly NumberForm[]

type Given = {
  facts: SyliReportFacts
  sections: readonly NarrativeSection[]
  named: Named
  place: Place
  data: BoundData
}

/** What the names of the written report mean in the project's data. */
export function knownOf({ facts, sections, named, place, data }: Given): Known {
  const t = words('fi')
  const indicators = new Map(data.indicators.map((row) => [row.sourceId, row]))
  const numbered = new Map(sections.flatMap(({ id, number }) => (number === null ? [] : [[number, id] as const])))

  function bindingOf(name: string, index: number | null): BindingDraft | null {
    const indicator = indicators.get(name)
    if (index === null) {
      const target = indicator?.targets.find((row) => row.role === 'final')
      return target ? { ...unbound, source: 'target', targetId: target.id } : null
    }
    const row = indicator?.measurements.filter((one) => one.role === 'actual')[index]
    return row ? { ...unbound, source: 'measurement', measurementId: row.id } : null
  }

  return {
    facts,
    attachmentsPlace: 'Liitteet',
    value(name, index) {
      const binding = bindingOf(name, index)
      if (!binding) return null
      const read = (form: NumberForm) => boundNumber({ ...binding, sort: 0 }, data, t, form)?.text ?? ''
      return { binding, forms: forms.map((form) => ({ form, text: read(form) })) }
    },
    reference(name) {
      const section = numbered.get(name)
      if (section) return { target: { to: 'section', id: named.section.get(section) ?? '' }, bare: true }
      const block = named.captioned.get(name)
      if (block) return { target: { to: 'block', id: block }, bare: false }
      const attachment = named.attachment.get(name)
      return attachment ? { target: { to: 'attachment', id: attachment }, bare: false } : null
    },
    workPackage: (code) => place.ids('workPackage', code),
    investment: (code) => place.ids('investment', code),
    decisionsOf: (attachment) =>
      facts.decisions.flatMap((fact, index) =>
        fact.attachment === attachment && fact.decision !== null ? [place.ids('decision', String(index))] : [],
      ),
    attachment: (label) => named.attachment.get(label) ?? '',
  }
}
