'use client'

import { type ComponentType, useEffect, useState } from 'react'
import type { EditorProps } from '@/components/final-report/editor/editor'
import { Notice } from '@/components/ui/notice'

/** Fetches the editor when the page has come: the rest of the product does not carry it along. */
export function SectionWriting(props: EditorProps) {
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | 'failed' | null>(null)
  useEffect(() => {
    import('@/components/final-report/editor/editor').then(
      (loaded) => setEditor(() => loaded.Editor),
      () => setEditor('failed'),
    )
  }, [])
  const { text } = props.words
  if (Editor === 'failed') {
    return (
      <Notice kind="danger" word={text.failed} live>
        {null}
      </Notice>
    )
  }
  return Editor ? (
    <Editor {...props} />
  ) : (
    <p role="status" className="text-muted">
      {text.loading}
    </p>
  )
}
