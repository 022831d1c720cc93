export type SelectOption = { readonly value: string; readonly label: string }
export type SelectGroup = { readonly label: string; readonly options: readonly SelectOption[] }

/** The options of a native `<select>`; groups make two steps of one choice, which a phone shows in its own picker. */
export function SelectOptions({ options }: { options: readonly (SelectOption | SelectGroup)[] }) {
  return options.map((it) =>
    'options' in it ? (
      <optgroup key={it.label} label={it.label}>
        <SelectOptions options={it.options} />
      </optgroup>
    ) : (
      <option key={it.value} value={it.value}>
        {it.label}
      </option>
    ),
  )
}
