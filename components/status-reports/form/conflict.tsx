'use client'

import type { OtherText } from '@/components/status-reports/form/autosave'
import { useFormTools } from '@/components/status-reports/form/context'
import { put } from '@/components/status-reports/form/put'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Two people wrote the same field: both texts are shown, and the writer chooses. Nothing is overwritten unseen. */
export function Conflict({ path, other }: { path: string; other: OtherText }) {
  const { autosave, words } = useFormTools()
  return (
    <Notice kind="warning" word={words.text.conflictTitle} live>
      <p>{put(words.text.conflictBy, { who: other.by ?? '–', time: other.at })}</p>
      <blockquote className="my-3 border-l-4 border-line pl-3 whitespace-pre-line">
        {other.text === '' ? words.text.otherEmpty : other.text}
      </blockquote>
      <p className="flex flex-wrap gap-3">
        <Button type="button" kind="secondary" small onClick={() => autosave.keepMine(path)}>
          {words.text.keepMine}
        </Button>
        <Button type="button" kind="secondary" small onClick={() => autosave.takeOther(path)}>
          {words.text.takeOther}
        </Button>
      </p>
    </Notice>
  )
}
