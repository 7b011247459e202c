// A dialog that is loaded when somebody opens it. React's own way of waiting for a part of the window holds it back for
// 300 ms after it has come, and a dialog is expected at once.

import { createElement, useEffect, useState, type ComponentType, type ReactNode } from 'react';
import type { Notify } from '../commands/notify';

interface DialogProps {
  readonly notify: Notify;
  readonly onClose: () => void;
}

const NOT_LOADED =
  '程序的文件不完整，打不开这个窗口。录入的内容不受影响；请关闭程序再打开，仍不行请重新安装。';

/**
 * The dialog that `load` brings, as a component that shows nothing until it is there. A file of the program that cannot
 * be read is told, and the dialog closed.
 */
export function dialogLoadedOnUse<Props extends DialogProps>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  let known: ComponentType<Props> | undefined;
  return function DialogLoadedOnUse(props) {
    const { notify, onClose } = props;
    const [dialog, setDialog] = useState(() => known);
    useEffect(() => {
      if (known) return;
      load().then(
        (loaded) => {
          known = loaded;
          setDialog(() => loaded);
        },
        () => {
          notify({ tone: 'failed', text: NOT_LOADED });
          onClose();
        },
      );
    }, [notify, onClose]);
    return dialog ? createElement(dialog, props) : null;
  };
}
