import { NodeSelection } from 'prosemirror-state'
import type { KeyboardEvent, ReactNode } from 'react'
import { moveBlock, removeBlock } from '@/components/final-report/editor/commands'
import { Caption, type PanelProps } from '@/components/final-report/editor/panels/caption'
import { ImagePanel } from '@/components/final-report/editor/panels/image-panel'
import { LinksPanel } from '@/components/final-report/editor/panels/links-panel'
import { TablePanel } from '@/components/final-report/editor/panels/table-panel'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import type { EmbeddedBlock } from '@/lib/final-report/editor/model'

type Props = Omit<PanelProps, 'change'> & { label: string | undefined; preview: ReactNode }

/** A table, figure or other whole between the texts: what it is, its fields, how it looks, and what can be done to it. */
export function PanelView({ panel, label, preview, ...rest }: Props) {
  const { writing, words } = rest
  const { id, block, view } = panel
  const name = words.types[block.type]
  const title = label?.startsWith(name) ? label : [name, label].filter(Boolean).join(' – ')
  const act = (what: 'up' | 'down' | 'remove') => () => {
    const at = view.at()
    if (at === undefined || !writing.view) return
    const { state } = writing.view
    writing.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)))
    const command = what === 'remove' ? removeBlock : moveBlock(what === 'up' ? -1 : 1)
    writing.run(command, words.done[what])
    if (what === 'remove') writing.view.focus()
  }
  // Esc leads out of the fields, back to the text beside them.
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !writing.view) return
    event.stopPropagation()
    const at = view.at()
    const { state } = writing.view
    if (at !== undefined) writing.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, at)))
    writing.view.focus()
  }
  const change = (next: EmbeddedBlock) => view.change(next)
  return (
    <fieldset className="editor-panel" onKeyDown={leave}>
      <legend className="sr-only">{title}</legend>
      <div className="editor-panel-head">
        <span className="font-semibold">{title}</span>
        <span className="flex flex-wrap gap-2">
          {(['up', 'down', 'remove'] as const).map((what) => (
            <Button key={what} type="button" kind="quiet" small onClick={act(what)}>
              {words.panelTools[what]}
              <span className="sr-only">: {label ?? name}</span>
            </Button>
          ))}
        </span>
      </div>
      <Fields {...rest} panel={panel} change={change} />
      {preview ?? (needsPreview(block) && <p className="text-small text-muted">{words.text.previewLater}</p>)}
      <span hidden data-block={id} />
    </fieldset>
  )
}

const needsPreview = ({ type }: EmbeddedBlock): boolean =>
  !['image', 'free_table', 'links', 'unreadable'].includes(type)

function Fields(props: PanelProps) {
  const { panel, words, change } = props
  const { block, id } = panel
  switch (block.type) {
    case 'image':
      return <ImagePanel {...props} />
    case 'free_table':
      return <TablePanel {...props} />
    case 'links':
      return <LinksPanel {...props} />
    case 'bound_number':
      return (
        <TextInput
          id={`label-${id}`}
          name={`label-${id}`}
          label={words.text.numberLabel}
          width="full"
          value={block.content.label}
          onChange={(event) => change({ ...block, content: { label: event.target.value } })}
        />
      )
    case 'unreadable':
    case 'toimintamalli':
    case 'attachment_reference':
    case 'cross_reference':
    case 'paragraph':
    case 'heading':
    case 'list':
    case 'quote':
      return null
    default:
      return <Caption {...props} />
  }
}
