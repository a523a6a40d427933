import { reasonTexts } from '@/components/final-report/reason-texts'
import { Disclosure } from '@/components/ui/disclosure'
import { RecordForm } from '@/components/ui/record-form'
import { recordWords } from '@/components/ui/record-words'
import { Section } from '@/components/ui/section'
import type { FormAction } from '@/lib/access/form-state'
import { headingText } from '@/lib/final-report/document/model'
import {
  type DocumentPlace,
  type FinalReport,
  flatNodes,
  type SectionNode,
  sectionTree,
} from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'

export type ArrangeActions = { assign: FormAction; move: FormAction; remove: FormAction; add: FormAction }

type Props = {
  t: Words
  place: DocumentPlace
  report: FinalReport
  node: SectionNode
  /** Who may write the report */
  writers: readonly { id: string; name: string }[]
  models: readonly { id: string; name: string }[]
  actions: ArrangeActions
}

/** Whose the section is, and where it and those inside it stand. */
export function SectionForms({ t, place, report, node, writers, models, actions }: Props) {
  const values = { project: place.key, kind: place.kind, section: node.id, version: node.version }
  const words = recordWords(t, {
    reasons: reasonTexts(t),
    errors: ['finalReport.error.choose', 'finalReport.error.caption', 'reportEditor.arrange.titleMissing'],
  })
  const isOwn = node.templateKey === null
  const inside = new Set(flatNodes([node]).map(({ id }) => id))
  const others = flatNodes(sectionTree(report.sections)).filter(({ id }) => !inside.has(id))
  return (
    <Section id="arrange" title={t('reportEditor.arrange.title')}>
      <RecordForm
        id="assign"
        action={actions.assign}
        values={values}
        fields={[
          {
            as: 'choice',
            name: 'owner',
            label: t('reportEditor.arrange.owner'),
            empty: t('reportEditor.arrange.nobody'),
            known: node.owner?.id ?? '',
            options: writers.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]}
        send={t('reportEditor.arrange.assign')}
        kind="secondary"
        words={words}
      />
      {isOwn && (
        <Disclosure summary={t('reportEditor.arrange.moveTitle')}>
          <RecordForm
            id="move"
            action={actions.move}
            values={values}
            fields={[
              {
                as: 'choice',
                name: 'to',
                label: t('reportEditor.arrange.moveTo'),
                known: 'up',
                options: [
                  { value: 'up', label: t('reportEditor.arrange.up') },
                  { value: 'down', label: t('reportEditor.arrange.down') },
                  { value: 'top', label: t('reportEditor.arrange.top') },
                  {
                    label: t('reportEditor.arrange.under'),
                    options: others.map((one) => ({ value: one.id, label: headingText(one) })),
                  },
                ],
              },
            ]}
            send={t('reportEditor.arrange.move')}
            kind="secondary"
            words={words}
          />
          {node.blocks.length === 0 && node.children.length === 0 && (
            <RecordForm
              id="remove"
              action={actions.remove}
              values={values}
              fields={[]}
              send={t('reportEditor.arrange.remove')}
              kind="danger"
              words={words}
            />
          )}
        </Disclosure>
      )}
      <Disclosure summary={t('reportEditor.arrange.addTitle')}>
        <RecordForm
          id="add"
          action={actions.add}
          values={{ project: place.key, kind: place.kind, parent: node.id }}
          count={node.children.length}
          fields={[
            {
              as: 'line',
              name: 'title',
              label: t('reportEditor.arrange.newTitle'),
              help: t('reportEditor.arrange.newTitleHelp'),
              width: 'full',
              known: '',
            },
            {
              as: 'choice',
              name: 'toimintamalli',
              label: t('reportEditor.arrange.model'),
              empty: t('reportEditor.arrange.noModel'),
              known: '',
              options: models.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]}
          send={t('reportEditor.arrange.add')}
          kind="secondary"
          words={words}
        />
      </Disclosure>
    </Section>
  )
}
