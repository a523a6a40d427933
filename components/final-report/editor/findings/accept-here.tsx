import type { Accepting } from '@/components/final-report/editor/findings/panel'
import type { WritingWords } from '@/components/final-report/editor/words'
import { RecordForm } from '@/components/ui/record-form'
import type { FormAction } from '@/lib/access/form-state'

type Props = { words: WritingWords; accepting: Accepting; finding: string; done: () => void }

/** The form that leaves a finding as it is, without leaving the editor. */
export function AcceptHere({ words, accepting, finding, done }: Props) {
  const { accept, acceptHelp, reason, reasonHelp } = words.check
  const action: FormAction = async (before, form) => {
    const answer = await accepting.action(before, form)
    if (answer.reason === null) done()
    return answer
  }
  return (
    <>
      <p className="text-small text-muted">{acceptHelp}</p>
      <RecordForm
        id={`accept-${finding}`}
        action={action}
        values={{ ...accepting.document, finding, answer: 'stay' }}
        fields={[{ as: 'text', name: 'reason', rows: 2, label: reason, help: reasonHelp }]}
        send={accept}
        kind="secondary"
        words={words.acceptForm}
      />
    </>
  )
}
