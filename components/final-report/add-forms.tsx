import type { ReactNode } from 'react'
import type { EditorWords } from '@/components/final-report/editor-words'
import { Button } from '@/components/ui/button'
import { Disclosure } from '@/components/ui/disclosure'
import { type Option, type OptionGroup, Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

export type AddChoices = {
  textTypes: Option[]
  tableTypes: Option[]
  investments: Option[]
  indicators: Option[]
  numbers: OptionGroup[]
  references: OptionGroup[]
  /** Blocks with text, to which a number or a reference can be put */
  texts: Option[]
}

type Props = {
  choices: AddChoices
  typed: Record<string, string>
  error: (name: string) => string | undefined
  words: EditorWords
}

/** What can be added to a section. A part with an error stands open. */
export function AddForms({ choices, typed, error, words }: Props) {
  const field = (name: string) => ({ id: name.replace('/', '-'), name, error: error(name), defaultValue: typed[name] })
  const select = (name: string) => ({ ...field(name), empty: words.choose })
  const part = (title: string, action: string, button: string, names: string[], children: ReactNode) => (
    <Disclosure summary={title} open={names.some((name) => error(name) !== undefined)}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {children}
        <div>
          <Button kind="secondary" name="do" value={action}>
            {button}
          </Button>
        </div>
      </div>
    </Disclosure>
  )
  return (
    <>
      <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-2 border-t border-line pt-4" aria-label={words.newTitle}>
        <Select {...field('new/type')} label={words.newType} options={choices.textTypes} />
        <TextArea {...field('new/text')} label={words.newText} help={words.newTextHelp} />
        <div>
          <Button kind="secondary" name="do" value="add:text">
            {words.addText}
          </Button>
        </div>
      </fieldset>
      <div>
        {part(
          words.tableTitle,
          'add:table',
          words.addTable,
          ['table/type', 'table/investment', 'table/caption'],
          <>
            <Select {...select('table/type')} label={words.tableType} options={choices.tableTypes} />
            <Select
              {...field('table/investment')}
              label={words.investment}
              empty={words.wholeProject}
              options={choices.investments}
            />
            <TextInput {...field('table/caption')} label={words.caption} help={words.captionHelp} width="full" />
          </>,
        )}
        {part(
          words.chartTitle,
          'add:chart',
          words.addChart,
          ['chart/indicator', 'chart/caption'],
          <>
            <Select {...select('chart/indicator')} label={words.chartIndicator} options={choices.indicators} />
            <TextInput {...field('chart/caption')} label={words.caption} help={words.captionHelp} width="full" />
          </>,
        )}
        {choices.texts.length > 0 &&
          part(
            words.numberTitle,
            'number',
            words.addNumber,
            ['number/block', 'number/subject'],
            <>
              <p>{words.numberHelp}</p>
              <Select {...select('number/block')} label={words.toBlock} options={choices.texts} />
              <Select {...select('number/subject')} label={words.number} options={choices.numbers} />
            </>,
          )}
        {choices.texts.length > 0 &&
          choices.references.length > 0 &&
          part(
            words.referenceTitle,
            'reference',
            words.addReference,
            ['reference/block', 'reference/target'],
            <>
              <p>{words.numberHelp}</p>
              <Select {...select('reference/block')} label={words.toBlock} options={choices.texts} />
              <Select {...select('reference/target')} label={words.reference} options={choices.references} />
            </>,
          )}
        {part(
          words.linkTitle,
          'add:link',
          words.addLink,
          ['link/text', 'link/address'],
          <>
            <TextInput {...field('link/text')} label={words.linkText} width="full" />
            <TextInput {...field('link/address')} label={words.linkAddress} width="full" type="url" />
          </>,
        )}
      </div>
    </>
  )
}
