import { type Accepting, FindingPanel } from '@/components/final-report/editor/findings/panel'
import { useCheck } from '@/components/final-report/editor/findings/use-check'
import type { WritingWords } from '@/components/final-report/editor/words'
import type { Writing } from '@/components/final-report/editor/writing'
import { useField } from '@/components/status-reports/form/context'
import { put } from '@/components/status-reports/form/put'
import { SaveLine } from '@/components/status-reports/form/save-line'
import type { SectionCheck } from '@/lib/final-report/check/writing/model'
import { blocksField, readSectionText } from '@/lib/final-report/editor/model'
import { sectionWords } from '@/lib/final-report/model'

type Props = { writing: Writing; words: WritingWords; address: string; check: SectionCheck; accepting: Accepting }

/** What the check says of the section, and how long and how well saved it is. */
export function Checked({ writing, words, address, check, accepting }: Props) {
  const checking = useCheck(address, check)
  const found = checking.check.open.length
  return (
    <>
      <FindingPanel {...{ writing, words, checking, accepting }} />
      <SaveLine
        note={
          <>
            <WordCount words={words} /> · <a href="#check">{put(words.check.short, { count: found })}</a>
          </>
        }
      />
    </>
  )
}

function WordCount({ words }: { words: WritingWords }) {
  const { text } = useField(blocksField)
  const blocks = (readSectionText(text) ?? []).map((block) => ({ ...block, version: 0 }))
  return put(words.text.words, { count: sectionWords({ blocks }) })
}
