Console.WriteLine("claimtracker");
