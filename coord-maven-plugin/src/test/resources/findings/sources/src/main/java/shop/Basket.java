package shop;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

public class Basket {
    private List<String> items = new ArrayList<String>();
    private Map<String, String> unused;
    public static int count;

    public List<String> items() { return items; }

    public boolean same(String a, String b) {
        if (a == b) {
            return true;
        }
        try {
            Integer.parseInt(a);
        } catch (NumberFormatException e) {
        }
        return false;
    }

    public int total() {
        count = 1;
        String text = null;
        return text.length();
    }

    @Override
    public boolean equals(Object other) {
        return true;
    }
}
