import type { PanelProps } from '@/components/final-report/editor/panels/caption'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { isAddress } from '@/lib/final-report/blocks/model'

/** A list of links, each with its text and its address. */
export function LinksPanel({ panel, words, change }: PanelProps) {
  const { block, id } = panel
  if (block.type !== 'links') return null
  const { items } = block.content
  const put = (next: typeof items) => change({ ...block, content: { items: next } })
  return (
    <>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a link has no other name than its place
        <div key={index} className="grid gap-2 border-t border-line pt-2">
          <TextInput
            id={`link-text-${id}-${index}`}
            name={`link-text-${id}-${index}`}
            label={`${words.text.linkLabel} ${index + 1}`}
            width="full"
            value={item.text}
            onChange={(event) => put(items.with(index, { ...item, text: event.target.value }))}
          />
          <TextInput
            id={`link-address-${id}-${index}`}
            name={`link-address-${id}-${index}`}
            label={`${words.text.linkAddress} ${index + 1}`}
            width="full"
            value={item.address}
            onChange={(event) => put(items.with(index, { ...item, address: event.target.value }))}
            error={item.address !== '' && !isAddress(item.address) ? words.text.addressError : undefined}
          />
          <div>
            <Button
              type="button"
              kind="quiet"
              small
              disabled={items.length === 1}
              onClick={() => put(items.toSpliced(index, 1))}
            >
              {words.text.removeLinkRow} {index + 1}
            </Button>
          </div>
        </div>
      ))}
      <Actions>
        <Button type="button" kind="secondary" small onClick={() => put([...items, { text: '', address: '' }])}>
          {words.text.addLinkRow}
        </Button>
      </Actions>
    </>
  )
}
