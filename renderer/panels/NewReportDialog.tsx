// 新建: asks for unit, scope and year; last calendar year is offered.

import { useId, useRef, useState, type FormEvent } from 'react';
import { offeredNames } from './units';
import { useModalDialog } from './use-modal-dialog';
import { allForms, formForYear } from '../../shared/forms/form-registry';
import { SCOPE_NAMES } from '../../shared/text/report-words';
import type { ReportScope } from '../../shared/report/report';
import type { Place } from '../database/report-repository';
import './dialog.css';

interface NewReportDialogProps {
  /** The calendar year of today. */
  readonly currentYear: number;
  /** Units already kept, offered while typing. */
  readonly organisations: readonly string[];
  /** The unit of the open report, filled in to begin with. */
  readonly organisation: string;
  readonly onCreate: (identity: Place) => void;
  readonly onCancel: () => void;
}

export function NewReportDialog(props: NewReportDialogProps) {
  const { currentYear, organisations, onCreate, onCancel } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const [organisation, setOrganisation] = useState(props.organisation);
  const [scope, setScope] = useState<ReportScope>('own');
  const [year, setYear] = useState(currentYear - 1);
  const id = useId();
  const form = formForYear(year);

  useModalDialog(dialog);

  const create = (event: FormEvent): void => {
    event.preventDefault();
    onCreate({ organisation: organisation.trim(), scope, year });
  };

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={`${id}-title`} onCancel={onCancel}>
      <form onSubmit={create}>
        <h2 id={`${id}-title`}>新建年度报告</h2>
        <label htmlFor={`${id}-unit`}>单位名称</label>
        <input
          id={`${id}-unit`}
          autoFocus
          required
          pattern=".*\S.*"
          title="请填写单位全称"
          placeholder="单位全称，与公章一致"
          list={`${id}-units`}
          autoComplete="off"
          value={organisation}
          onChange={(event) => setOrganisation(event.target.value)}
        />
        <datalist id={`${id}-units`}>
          {offeredNames(organisations, organisation).map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <fieldset>
          <legend>报告范围</legend>
          {(['own', 'consolidated'] as const).map((choice) => (
            <label key={choice} className="choice">
              <input
                type="radio"
                name={`${id}-scope`}
                checked={scope === choice}
                onChange={() => setScope(choice)}
              />
              <span>
                <b>{SCOPE_NAMES[choice]}</b>
                <small>{choice === 'own' ? '只报本单位自己的情况' : '本级政府汇总所属各单位'}</small>
              </span>
            </label>
          ))}
        </fieldset>
        <label htmlFor={`${id}-year`}>报告年度</label>
        <select id={`${id}-year`} value={year} onChange={(event) => setYear(Number(event.target.value))}>
          {yearsOffered(currentYear).map((offered) => (
            <option key={offered} value={offered}>
              {offered} 年度
            </option>
          ))}
        </select>
        <p className="remark">
          {form ? `按${form.definition.source.documentNumber}的格式` : '没有适用于这一年的格式'}
        </p>
        <div className="buttons">
          <button type="button" className="outlined" onClick={onCancel}>
            取消
          </button>
          <button type="submit" className="primary" disabled={!form}>
            新建
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** This year and every year before it that a known form covers, newest first. */
function yearsOffered(currentYear: number): readonly number[] {
  const first = Math.min(...allForms().map(({ definition }) => definition.appliesToYears.from));
  return Array.from({ length: currentYear - first + 1 }, (_, back) => currentYear - back);
}
