import type { Shown } from '@/components/final-report/editor/atoms'
import type { DialogProps } from '@/components/final-report/editor/dialogs/dialog-props'
import { InsertDialog } from '@/components/final-report/editor/dialogs/insert-dialog'
import { NumberDialog } from '@/components/final-report/editor/dialogs/number-dialog'
import { PickDialog } from '@/components/final-report/editor/dialogs/pick-dialog'
import {
  LinkDialog,
  NoteDialog,
  ReferenceDialog,
  ShortcutsDialog,
} from '@/components/final-report/editor/dialogs/text-dialogs'
import type { Request } from '@/components/final-report/editor/keys'

type Props = DialogProps & { asked: Request | null; shown: Shown; picks: string }

/** The dialog that the writer has asked for; none for what needs none. */
export function WritingDialog({ asked, shown, picks, ...props }: Props) {
  switch (asked) {
    case 'number':
      return <NumberDialog {...props} shown={shown} />
    case 'reference':
      return <ReferenceDialog {...props} />
    case 'note':
      return <NoteDialog {...props} />
    case 'link':
      return <LinkDialog {...props} />
    case 'insert':
      return <InsertDialog {...props} />
    case 'pick':
      return <PickDialog {...props} picks={picks} />
    case 'shortcuts':
      return <ShortcutsDialog {...props} />
    default:
      return null
  }
}
