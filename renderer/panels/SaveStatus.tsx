// Says whether what is shown is on disk: always true, and visible as long as it is not.

import { STORAGE_FAILURE_SENTENCES } from '../../shared/text/storage-words';
import { useSaveState } from '../store/use-workspace';
import { clockText } from './moment-text';

export function SaveStatus() {
  const state = useSaveState();
  switch (state.kind) {
    case 'idle':
      return null;
    case 'saving':
      return (
        <span className="save-status" role="status">
          正在保存…
        </span>
      );
    case 'saved':
      return (
        <span className="save-status" role="status">
          <b>已保存</b> {clockText(state.at)}
        </span>
      );
    case 'unsaved':
      return (
        <span className="save-status unsaved" role="alert">
          <b>未保存</b>：{STORAGE_FAILURE_SENTENCES[state.failure]}
        </span>
      );
  }
}
