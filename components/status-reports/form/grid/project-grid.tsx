'use client'

import { type ReactNode, useCallback, useMemo, useRef } from 'react'
import type { Autosave } from '@/components/status-reports/form/autosave'
import type { PartProps } from '@/components/status-reports/form/grid/project-shape'
import { cellsOf, useGrid } from '@/components/status-reports/form/grid/use-grid'
import { placeName } from '@/components/status-reports/form/model'
import { ReportForm } from '@/components/status-reports/form/report-form'
import { ButtonLink } from '@/components/ui/button'
import type { FormState } from '@/lib/access/form-state'

/** A report of the period: as a form, or as it can be read. */
export type GridUnit = { key: string } & ({ form: PartProps; whole: string } | { form: null; read: ReactNode })

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Where to come back to after signing in again */
  address: string
  units: readonly GridUnit[]
  words: { label: string; toReport: string; pasted: string; tooLarge: string; noChoice: string }
}

/**
 * The indicators of many reports as one grid. Each report is a form of its own, with its own saving, versions and local copy;
 * only the keys and a pasted block go over their borders, and a block is taken as a whole or not at all.
 */
export function ProjectGrid({ action, address, units, words }: Props) {
  const joined = useRef(new Set<Autosave>())
  const join = useCallback((autosave: Autosave) => {
    joined.current.add(autosave)
    return () => void joined.current.delete(autosave)
  }, [])
  const cells = useMemo(() => units.flatMap(({ form }) => (form ? form.sections.flatMap(cellsOf) : [])), [units])
  const names = useMemo(
    () => new Map(cells.flat().flatMap((one) => (one ? [[one.path, placeName(one)]] : []))),
    [cells],
  )
  const { said, keys } = useGrid({
    cells,
    change: (texts) => {
      for (const { path, text } of texts) {
        ;[...joined.current].find((autosave) => autosave.has(path))?.change(path, text)
      }
    },
    nameOf: (path) => names.get(path) ?? path,
    words,
  })
  let row = 0
  return (
    // The keys work in the controls inside; the whole only hears them.
    <section aria-label={words.label} {...keys}>
      <p role="status" className={said?.wrong ? 'stays-above bg-page py-1 font-semibold text-danger' : 'py-1'}>
        {said?.text}
      </p>
      {units.map((unit) => {
        if (!unit.form) return <div key={unit.key}>{unit.read}</div>
        const firstRow = row
        row += unit.form.sections.reduce((count, { groups }) => count + groups.length, 0)
        return (
          <div key={unit.key} className="mb-10">
            <ReportForm action={action} {...unit.form} part={{ formId: `form-${unit.key}`, firstRow, address, join }}>
              <p className="my-2">
                <ButtonLink small kind="quiet" href={unit.whole}>
                  {words.toReport}
                </ButtonLink>
              </p>
            </ReportForm>
          </div>
        )
      })}
    </section>
  )
}
