import { useEffect } from "react";
import { useNavigate } from "react-router";
import { toast } from "sonner";
import { refs } from "$/utils/state";

const PLACE = "ref_toasts";

/** See toasts.py: the contract with Python stands there. */
export function Toasts({ children }) {
  const navigate = useNavigate();

  useEffect(() => {
    const show = ({ text, label, to }) =>
      toast.error(text, label ? { action: { label, onClick: () => navigate(to) } } : {});
    // Reflex sets the value of the element that has this name.
    refs[PLACE] = {
      current: {
        set value(told) {
          show(JSON.parse(told));
        },
      },
    };
    return () => delete refs[PLACE];
  }, [navigate]);

  return children;
}
