// Writes one narrative section: plain paragraphs, a count of characters, paste without foreign markup.

import { useEffect, useRef, type ClipboardEvent } from 'react';
import { countCharacters } from '../../shared/engine/count-characters';
import { isTextOfLastYear } from '../../shared/engine/start-next-year';
import { sectionTitle, type CompiledForm } from '../../shared/forms/compile-form';
import type { NarrativeDefinition } from '../../shared/forms/form-definition';
import { plainParagraphs } from '../../shared/report/plain-paragraphs';
import { formatGrouped } from '../../shared/report/format-cell-value';
import type { Report } from '../../shared/report/report';
import { useReportStore } from '../store/use-report';
import './narrative-editor.css';

interface NarrativeEditorProps {
  readonly section: NarrativeDefinition;
  readonly report: Report;
  /** Last year's report, whose wording may still stand here. */
  readonly previous: Report | undefined;
  readonly isReadOnly: boolean;
  /** Changes whenever the text is to take the keyboard. */
  readonly focusRequest: number;
}

/** A pause this long, in milliseconds, ends a run of typing: what follows is undone apart from it. */
const PAUSE = 1500;

export function NarrativeEditor({
  section,
  report,
  previous,
  isReadOnly,
  focusRequest,
}: NarrativeEditorProps) {
  const store = useReportStore();
  const field = useRef<HTMLTextAreaElement>(null);
  const run = useRef({ number: 0, lastKeyAt: 0 });
  const text = report.narrative[section.key] ?? '';

  useEffect(() => {
    if (focusRequest > 0) field.current?.focus();
  }, [focusRequest, section.key]);

  const write = (next: string, isTyping: boolean): void => {
    const at = performance.now();
    if (!isTyping || at - run.current.lastKeyAt > PAUSE) run.current.number += 1;
    run.current.lastKeyAt = isTyping ? at : 0;
    store.dispatch(
      [{ kind: 'narrative', section: section.key, text: next }],
      isTyping ? '输入文字' : '粘贴文字',
      isTyping ? { mergeKey: `narrative ${section.key} ${run.current.number}` } : {},
    );
  };

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted === '') return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const inserted = plainParagraphs(pasted);
    write(text.slice(0, selectionStart) + inserted + text.slice(selectionEnd), false);
    const caret = selectionStart + inserted.length;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };

  return (
    <div className="narrative">
      <h1>
        {sectionTitle(section)}
        {isTextOfLastYear(report, previous, section.key) && (
          <i className="badge warn" title="与上年报告的文字完全相同，请按今年的情况修改">
            上年文字
          </i>
        )}
      </h1>
      <p className="guidance">{section.guidance}</p>
      <textarea
        ref={field}
        aria-label={sectionTitle(section)}
        value={text}
        readOnly={isReadOnly}
        placeholder="在这里写，回车分段；首行缩进在导出时自动加上。可以直接从 Word 粘贴，格式会自动去掉。"
        onChange={(event) => write(event.target.value, true)}
        onPaste={paste}
        spellCheck={false}
      />
      <CharacterCount form={report.form} section={section.key} text={text} />
    </div>
  );
}

interface CharacterCountProps {
  readonly form: CompiledForm;
  readonly section: string;
  readonly text: string;
}

/** “862 / 1,000 字” where the form sets a limit, else “862 字”; with the number of paragraphs. */
function CharacterCount({ form, section, text }: CharacterCountProps) {
  const limit = form.definition.rules.find((rule) => rule.kind === 'textLength' && rule.section === section);
  const count = countCharacters(text);
  const paragraphs = text.split('\n').filter((paragraph) => paragraph.trim() !== '').length;
  const atMost = limit?.kind === 'textLength' ? limit.atMost : undefined;
  const isOver = atMost !== undefined && count > atMost;
  return (
    <p className={isOver ? 'count over' : 'count'} aria-live="polite">
      <b>{formatGrouped(count)}</b>
      {atMost !== undefined && ` / ${formatGrouped(atMost)}`} 字 · {paragraphs} 段
      {isOver && `，超出 ${formatGrouped(count - atMost)} 字`}
    </p>
  );
}
