// Who answers for the report, as the cover prints it; an empty field leaves its place to be filled in by hand.

import { useState } from 'react';
import type { Report, SignatoryRole } from '../../../shared/report/report';
import { SIGNATORY_NAMES } from '../../../shared/text/report-words';
import { useReportStore } from '../../store/use-report';

interface SignatoryFieldsProps {
  readonly report: Report;
  readonly isReadOnly: boolean;
}

export function SignatoryFields({ report, isReadOnly }: SignatoryFieldsProps) {
  return (
    <div className="signatories">
      {SIGNATORY_NAMES.map(([role, name]) => (
        <SignatoryField
          key={role}
          role={role}
          name={name}
          text={report.signatories[role] ?? ''}
          isReadOnly={isReadOnly}
        />
      ))}
    </div>
  );
}

interface SignatoryFieldProps {
  readonly role: SignatoryRole;
  readonly name: string;
  readonly text: string;
  readonly isReadOnly: boolean;
}

/** Takes its text over when it is left or Enter is pressed: one undo step a name. */
function SignatoryField({ role, name, text, isReadOnly }: SignatoryFieldProps) {
  const store = useReportStore();
  const [draft, setDraft] = useState(text);
  const take = (): void => store.dispatch([{ kind: 'signatory', role, text: draft.trim() }], `填写${name}`);
  return (
    <label>
      {name}
      <input
        value={draft}
        readOnly={isReadOnly}
        placeholder={role === 'date' ? '如 2022-01-20' : ''}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') take();
        }}
      />
    </label>
  );
}
