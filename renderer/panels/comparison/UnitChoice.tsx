// Whose report stands on one side: a list, or among very many units a field in which the name is typed.

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { MOST_UNITS, offeredNames } from '../units';

interface UnitChoiceProps {
  /** “左列的单位”. */
  readonly label: string;
  readonly unit: string;
  readonly units: readonly string[];
  readonly onChoose: (unit: string) => void;
}

export function UnitChoice(props: UnitChoiceProps) {
  const { label, unit, units, onChoose } = props;
  if (units.length > MOST_UNITS) return <UnitField {...props} />;
  return (
    <select aria-label={label} value={unit} onChange={(event) => onChoose(event.target.value)}>
      {units.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  );
}

/** What is typed counts once it names a unit, or with Enter for the first that is offered; left alone it is given up. */
function UnitField({ label, unit, units, onChoose }: UnitChoiceProps) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  // What is typed next takes the place of the name.
  useLayoutEffect(() => {
    if (document.activeElement === field.current) field.current?.select();
  }, [unit]);
  const offered = typed === null ? [] : offeredNames(units, typed);
  const choose = (one: string): void => {
    setTyped(null);
    onChoose(one);
  };
  const chooseFirst = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && offered[0] !== undefined)
      choose(offered[0]);
  };
  return (
    <>
      <input
        ref={field}
        aria-label={label}
        aria-invalid={typed !== null && offered.length === 0}
        title="输入单位名称的一部分，回车选第一个"
        autoComplete="off"
        list={id}
        value={typed ?? unit}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ target: { value } }) => (units.includes(value) ? choose(value) : setTyped(value))}
        onKeyDown={chooseFirst}
        onBlur={() => setTyped(null)}
      />
      <datalist id={id}>
        {offered.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  );
}
