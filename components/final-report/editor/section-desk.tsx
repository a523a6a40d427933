import { SectionFindings } from '@/components/final-report/check/section-findings'
import { choicesOf, shownOf } from '@/components/final-report/editor/choices'
import { SectionWriting } from '@/components/final-report/editor/section-writing'
import { writingWords } from '@/components/final-report/editor/words'
import { editorChoices } from '@/components/final-report/editor-choices'
import { editorBlocks, editorPreviews } from '@/components/final-report/editor-shape'
import { editorWords } from '@/components/final-report/editor-words'
import { SectionEditor } from '@/components/final-report/section-editor'
import { periodName } from '@/components/rounds/period-name'
import { savedText } from '@/components/status-reports/saved-text'
import { Disclosure } from '@/components/ui/disclosure'
import { signInAddress } from '@/lib/access/addresses'
import type { FormAction } from '@/lib/access/form-state'
import {
  checkAddress,
  editAddress,
  sectionCheckAddress,
  sectionPicksAddress,
  sectionPicturesAddress,
  sectionPresenceAddress,
  sectionSaveAddress,
} from '@/lib/final-report/addresses'
import type { BoundData } from '@/lib/final-report/bindings/model'
import type { SectionCheck } from '@/lib/final-report/check/writing/model'
import type { DocumentBlock } from '@/lib/final-report/document/model'
import { sectionText } from '@/lib/final-report/editor/model'
import type { DocumentPlace, FinalReport, SectionNode } from '@/lib/final-report/model'
import type { Origin } from '@/lib/final-report/picking/model'
import type { Words } from '@/lib/platform/words'

type Props = {
  t: Words
  place: DocumentPlace
  report: FinalReport
  data: BoundData
  node: SectionNode
  /** The quarterly reports of the project by name, by their id */
  origins: Readonly<Record<string, string>>
  /** The blocks of the section as they are read */
  documents: readonly DocumentBlock[]
  check: SectionCheck
  actions: { edit: FormAction; accept: FormAction }
}

/** Where a section is written: the editor; where scripts do not run, one plain form. */
export function SectionDesk({ t, place, report, data, node, origins, documents, check, actions }: Props) {
  const blocks = editorBlocks(t, node.blocks, documents)
  const choices = choicesOf(t, report, data)
  return (
    <>
      {node.prompts.length > 0 && (
        <Disclosure summary={t('reportEditor.tree.prompts')} open>
          <ul>
            {node.prompts.map((prompt) => (
              <li key={prompt}>{prompt}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      <noscript>
        <SectionEditor
          action={actions.edit}
          section={{ id: node.id, version: node.version, project: place.key, kind: place.kind }}
          blocks={blocks}
          choices={editorChoices(t, report, data, blocks)}
          words={editorWords(t)}
        />
        <SectionFindings {...{ t, place, check }} sectionId={node.id} writes />
      </noscript>
      <SectionWriting
        section={{ id: node.id, version: node.version, text: sectionText(node.blocks) }}
        addresses={{
          save: sectionSaveAddress(node.id),
          check: sectionCheckAddress(node.id),
          presence: sectionPresenceAddress(node.id),
          pictures: sectionPicturesAddress(node.id),
          picks: sectionPicksAddress(node.id),
          signIn: signInAddress(editAddress(place, node.id)),
        }}
        savedAt={node.blocks.length > 0 ? savedText(t, node.updatedAt) : null}
        words={writingWords(t)}
        choices={choices}
        shown={shownOf(t, { report, data, blocks: node.blocks }, choices)}
        origins={origins}
        previews={editorPreviews(t, node.blocks, documents)}
        check={check}
        accepting={{
          document: { project: place.key, kind: place.kind },
          action: actions.accept,
          whole: checkAddress(place),
        }}
      />
    </>
  )
}

/** Quarterly reports as they are called: "Q3/2025, Lähipalvelut". */
export function originNames(origins: readonly Origin[]): Record<string, string> {
  return Object.fromEntries(
    origins.map(({ reportId, periodKey, unitTitle }) => [reportId, `${periodName(periodKey)}, ${unitTitle}`]),
  )
}
