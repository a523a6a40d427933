import type { EditorChoices } from '@/components/final-report/editor/choices'
import type { WritingWords } from '@/components/final-report/editor/words'
import type { Writing } from '@/components/final-report/editor/writing'

export type DialogProps = { writing: Writing; words: WritingWords; choices: EditorChoices; close: () => void }
