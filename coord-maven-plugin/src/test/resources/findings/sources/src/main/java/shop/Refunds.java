package shop;
import java.io.*;
public class Refunds {
    public String read(String path) throws IOException {
        BufferedReader in = new BufferedReader(new FileReader(path));
        String x = in.readLine();
        return new String(x);
    }
}
